"""Keeps one Milvus server: puts it into a network namespace that has only a loopback, forwards 127.0.0.1 to it,
and ends it. Started by dev/milvus, with the Python of the virtual environment that has the server:

    milvus-keeper.py BINARIES DATA PORT [secured | mutual]

A socket belongs to the namespace in which it was made. So the one that listens is made first, on the machine's
own loopback; then this process moves into a new namespace, where the server and the sockets that reach it live.
"""

import asyncio
import contextlib
import ctypes
import fcntl
import json
import os
import pathlib
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request

# The package names the folder that its server's binaries lie in, and fills in its configuration.
import milvus

SERVER_PORT = 19530
HEALTH_PORT = 9091
GRACE_SECONDS = 2

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
SIOCSIFFLAGS = 0x8914
IFF_UP_RUNNING = 0x1 | 0x40
PR_SET_PDEATHSIG = 1

# What suits one developer rather than a cluster. A dead server's session ends after 5 s, not 30: until then its
# collections do not come back. A search that must see the latest write waits for a tick of 10 ms, not 200.
# A collection is loaded in half a second, not three.
SETTINGS = {
    "common.session.ttl": 5,
    "proxy.timeTickInterval": 10,
    "queryCoord.checkInterval": 100,
    "queryCoord.distPullInterval": 50,
}
# The package's own configuration lacks these, so it cannot set them.
FURTHER_SETTINGS = {"queryCoord": ["checkChannelInterval: 100", "checkSegmentInterval: 100"]}
# A server that asks for a user and speaks TLS: it shows a certificate, or asks for the client's too.
TLS_MODES = {"secured": 1, "mutual": 2}
CERTIFICATE = "server.pem"
KEY = "server.key"
CLIENT_CERTIFICATE = "client.pem"
CLIENT_KEY = "client.key"

libc = ctypes.CDLL(None, use_errno=True)


def hold_lock(data):
    """Marks the folder as served, for as long as this process lives."""
    lock = open(data / "keeper.lock", "a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(f"another server runs in {data}")
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def listen(port):
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    return listener


def leave_network():
    """Moves this process into a network namespace of its own; without root, into a user namespace as well."""
    user, group = os.getuid(), os.getgid()
    before = os.readlink("/proc/self/ns/net")
    flags = CLONE_NEWNET if user == 0 else CLONE_NEWNET | CLONE_NEWUSER
    if libc.unshare(flags) != 0:
        reason = os.strerror(ctypes.get_errno())
        sys.exit(f"no network namespace can be had here ({reason}), so the server cannot be kept off the network; run as root")
    if user != 0:
        pathlib.Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        pathlib.Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        pathlib.Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    if os.readlink("/proc/self/ns/net") == before:
        sys.exit("this process is still on the machine's network, so the server is not started")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP_RUNNING))


def unpack(binaries):
    """The folder that has the server's binaries, shared by all servers of this version."""
    binaries.mkdir(parents=True, exist_ok=True)
    with open(binaries / "unpack.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        milvus._initialize_data_files(str(binaries))
    return binaries / "bin"


def certify(data):
    """A certificate for this machine's own address, signed by itself."""
    names = "subjectAltName=IP:127.0.0.1,DNS:localhost"
    new = ["req", "-newkey", "rsa:2048", "-nodes"]
    days = ["-days", "30"]
    server = ["-keyout", str(data / KEY), "-out", str(data / CERTIFICATE)]
    openssl(*new, "-x509", *days, "-subj", "/CN=localhost", "-addext", names, *server)
    request = data / "client.csr"
    openssl(*new, "-subj", "/CN=client", "-keyout", str(data / CLIENT_KEY), "-out", str(request))
    signer = ["-CA", str(data / CERTIFICATE), "-CAkey", str(data / KEY), "-CAcreateserial"]
    openssl("x509", "-req", "-in", str(request), *signer, *days, "-out", str(data / CLIENT_CERTIFICATE))


def openssl(*arguments):
    try:
        done = subprocess.run(["openssl", *arguments], capture_output=True, text=True)
    except FileNotFoundError:
        sys.exit("a secured server needs a certificate, and there is no openssl to make one; install openssl")
    if done.returncode != 0:
        sys.exit(f"no certificate could be made: {done.stderr.strip().splitlines()[-1]}")


def secure_settings(data, tls_mode):
    return {
        "authorizationEnabled: false": "authorizationEnabled: true",
        "tlsMode: 0": f"tlsMode: {tls_mode}",
        f"serverPemPath: {CERTIFICATE}": f"serverPemPath: {data / CERTIFICATE}",
        f"serverKeyPath: {KEY}": f"serverKeyPath: {data / KEY}",
        "caPemPath:  ca.pem": f"caPemPath: {data / CERTIFICATE}",
    }


def configure(data, tls_mode):
    config = milvus.MilvusServerConfig(data_dir=str(data), proxy_port=SERVER_PORT)
    for name, value in SETTINGS.items():
        config.set(name, value)
    config.resolve()
    file = data / "configs" / "milvus.yaml"
    text = file.read_text(encoding="utf-8")
    for section, lines in FURTHER_SETTINGS.items():
        text = text.replace(f"\n{section}:\n", "\n".join([f"\n{section}:", *(f"  {line}" for line in lines), ""]))
    if tls_mode:
        for plain, secure in secure_settings(data, tls_mode).items():
            if plain not in text:
                sys.exit(f"the package's configuration has no '{plain}', so the server cannot be secured")
            text = text.replace(plain, secure)
    file.write_text(text, encoding="utf-8")


def launch(binaries, data):
    environment = dict(
        os.environ,
        DEPLOY_MODE="STANDALONE",
        METRICS_PORT=str(HEALTH_PORT),
        MILVUS_RUN_DIR=str(data / "run"),
        LD_LIBRARY_PATH=str(binaries),
    )
    log = open(data / "logs" / "milvus.log", "w", encoding="utf-8")
    return subprocess.Popen(
        [str(binaries / "milvus"), "run", "standalone"],
        cwd=data,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        preexec_fn=lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL),
    )


def last_words(data):
    lines = (data / "logs" / "milvus.log").read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "its log is empty")


def is_healthy():
    with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
        with urllib.request.urlopen(f"http://127.0.0.1:{HEALTH_PORT}/healthz", timeout=2) as answer:
            return answer.read() == b"OK"
    return False


class Pipe(asyncio.Protocol):
    """One side of a forwarded connection: what it receives it writes to the other side, no faster than that
    side takes it."""

    def __init__(self, other=None):
        self.other = other
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport
        if self.other:
            self.other.meet(self)

    def meet(self, other):
        self.other = other
        self.transport.resume_reading()

    def data_received(self, data):
        self.other.transport.write(data)

    def pause_writing(self):
        self.other.transport.pause_reading()

    def resume_writing(self):
        self.other.transport.resume_reading()

    def connection_lost(self, _):
        if self.other:
            self.other.transport.close()


class Arrival(Pipe):
    """The side of a program on this machine: silent until the server's side is there."""

    def connection_made(self, transport):
        super().connection_made(transport)
        transport.pause_reading()
        self.reaching = asyncio.ensure_future(self.reach())

    async def reach(self):
        try:
            await asyncio.get_running_loop().create_connection(lambda: Pipe(self), "127.0.0.1", SERVER_PORT)
        except OSError:
            self.transport.abort()
            return
        if self.transport.is_closing():
            self.other.transport.close()


def write_down(data, listener, server, tls_mode):
    port = listener.getsockname()[1]
    facts = {"uri": f"{'https' if tls_mode else 'http'}://127.0.0.1:{port}", "port": port, "keeper": os.getpid(), "server": server.pid}
    temporary = data / "server.json.new"
    temporary.write_text(json.dumps(facts), encoding="utf-8")
    temporary.replace(data / "server.json")


async def keep(data, listener, server, tls_mode):
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    while not is_healthy():
        if ended.is_set():
            return 0
        if server.poll() is not None:
            print(f"it ended with code {server.returncode} before it was ready: {last_words(data)}", flush=True)
            return 1
        await asyncio.sleep(0.1)
    forwarder = await loop.create_server(Arrival, sock=listener)
    write_down(data, listener, server, tls_mode)
    async with forwarder:
        while not ended.is_set() and server.poll() is None:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(ended.wait(), 0.2)
    return 0 if ended.is_set() else 1


def end(server):
    """With loaded collections the server can take minutes to end by itself; what it acknowledged is safe."""
    server.terminate()
    # A stopped process must run to hear that it should end.
    with contextlib.suppress(ProcessLookupError):
        server.send_signal(signal.SIGCONT)
    deadline = time.monotonic() + GRACE_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    server.kill()
    server.wait()


def main(binaries, data, port, *further):
    binaries, data = pathlib.Path(binaries), pathlib.Path(data)
    tls_mode = TLS_MODES[further[0]] if further else 0
    lock = hold_lock(data)
    if tls_mode:
        certify(data)
    listener = listen(int(port))
    unpacked = unpack(binaries)
    leave_network()
    configure(data, tls_mode)
    server = launch(unpacked, data)
    try:
        code = asyncio.run(keep(data, listener, server, tls_mode))
    finally:
        end(server)
        (data / "server.json").unlink(missing_ok=True)
        lock.close()
    sys.exit(code)


if __name__ == "__main__":
    main(*sys.argv[1:])
