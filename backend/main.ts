// The name of the entry before it was `main.mjs`, for whoever starts the companion by it: the same, but it takes more memory and time.
import './main.mjs';
