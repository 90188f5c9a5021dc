import { LabError } from "./lab-error";

/** What the system says of an address or a port, in words that help. */
export function listenProblem(
  error: NodeJS.ErrnoException & { readonly address?: string; readonly port?: number },
): Error {
  const { code, syscall, address, port } = error;
  if (syscall !== "listen" && syscall !== "getaddrinfo") return error;
  if (code === "EADDRINUSE") return new LabError(`port ${port} must be free, got one in use; choose another`);
  if (code === "EACCES")
    return new LabError(
      `port ${port} must be one that this user may open, got another; choose one from 1024 on`,
    );
  return new LabError(
    `host must be an address of this machine, got ${address ?? "another one"} (${code}); try 127.0.0.1`,
  );
}
