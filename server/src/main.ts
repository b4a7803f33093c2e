/** Starts a server with the settings of the command line and the environment. */
import { serve } from './serve.ts';

process.exitCode = await serve(process.argv.slice(2), process.env);
