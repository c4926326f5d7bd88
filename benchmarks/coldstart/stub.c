// SPDX-License-Identifier: Apache-2.0
/*
 * Plays Lambda's Runtime API for one process, and times it from outside: spawn to the first "next" (init), event handed
 * over to answer received (first, then the following ones). Prints one JSON object.
 *
 * usage: stub [--cpu N] [--invokes N] [--cgroup DIR] [--throttle start|next] [--end gently]
 *             --event FILE ALLOW|DENY ... -- COMMAND...
 *
 *   --cpu       the core that the process is pinned to
 *   --cgroup    a cpu cgroup of its own for the process (version 1 or 2), made by the caller
 *   --end       "gently": a SIGTERM and what it takes at the end, for a JVM that writes an archive then
 *   --throttle  29 % of a core in periods of 20 ms, what 512 MB get: from the start, or from the first "next" on. By
 *               the cgroup where one is given, else by stopping and continuing the process
 *
 * Events are handed over in turn. Every answer is checked: its ReviewResult must be the one that stands by the event.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_EVENTS = 16, MOST_CONNECTIONS = 16, BUFFER = 1 << 20, PERIOD = 20000, QUOTA = 5800, PATIENCE = 60000 };

struct event { char *bytes; long size; const char *result; };
struct connection { int socket; long filled; char *buffer; };

static struct event events[MOST_EVENTS];
static int event_count, invokes = 201, handed, answered;
static struct connection connections[MOST_CONNECTIONS];
static const char *cgroup, *throttle = "";
static double spawned, init_at, handed_at, first_cpu, init_cpu, *took;
static long first_rss;
static pid_t child;
static int gently;

static void fail(const char *what) {
  fprintf(stderr, "stub: %s (after %d answers)\n", what, answered);
  if (child > 0) kill(child, SIGKILL);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* Milliseconds that the process has been on a core, all threads together. */
static double cpu(void) {
  clockid_t clock;
  struct timespec t;
  if (clock_getcpuclockid(child, &clock) || clock_gettime(clock, &t)) return 0;
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static long rss(void) {
  char path[64], line[256];
  long kilobytes = 0;
  snprintf(path, sizeof path, "/proc/%d/status", child);
  FILE *status = fopen(path, "r");
  while (status && fgets(line, sizeof line, status)) sscanf(line, "VmRSS: %ld", &kilobytes);
  if (status) fclose(status);
  return kilobytes;
}

static int write_text(const char *folder, const char *name, const char *text) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  int file = open(path, O_WRONLY);
  if (file < 0) return 0;
  int good = write(file, text, strlen(text)) == (ssize_t) strlen(text);
  close(file);
  return good;
}

static void *duty_cycle(void *unused) {
  (void) unused;
  for (;;) {
    usleep(QUOTA);
    kill(child, SIGSTOP);
    usleep(PERIOD - QUOTA);
    kill(child, SIGCONT);
  }
  return NULL;
}

static void slow_down(void) {
  char text[64];
  if (!cgroup) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, duty_cycle, NULL)) fail("no thread for the duty cycle");
    return;
  }
  snprintf(text, sizeof text, "%d %d", QUOTA, PERIOD);
  if (write_text(cgroup, "cpu.max", text)) return;
  snprintf(text, sizeof text, "%d", PERIOD);
  if (!write_text(cgroup, "cpu.cfs_period_us", text)) fail("cannot set the cgroup's period");
  snprintf(text, sizeof text, "%d", QUOTA);
  if (!write_text(cgroup, "cpu.cfs_quota_us", text)) fail("cannot set the cgroup's quota");
}

static void send_all(int socket, const char *bytes, long size) {
  while (size > 0) {
    ssize_t sent = send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent <= 0) fail("the runtime has closed its connection");
    bytes += sent;
    size -= sent;
  }
}

static void hand_over(int socket) {
  static char head[1024 + BUFFER];
  struct event *event = &events[handed % event_count];
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  int size = snprintf(head, sizeof head,
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %ld\r\n"
      "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-%012d\r\n"
      "Lambda-Runtime-Deadline-Ms: %lld\r\n"
      "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-west-2:123456789012:function:local\r\n"
      "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0\r\n\r\n",
      event->size, handed, t.tv_sec * 1000LL + t.tv_nsec / 1000000 + 10000);
  memcpy(head + size, event->bytes, event->size);
  handed++;
  handed_at = now();
  send_all(socket, head, size + event->size);
}

static void check(const char *body, long size) {
  struct event *event = &events[(handed - 1) % event_count];
  const char *at = memmem(body, size, "\"ReviewResult\"", 14);
  long left = at ? size - (at - body) : 0;
  if (!at || !memmem(at, left < 32 ? left : 32, event->result, strlen(event->result))) {
    fprintf(stderr, "stub: expected %s, answered %.*s\n", event->result, (int) size, body);
    fail("a wrong answer");
  }
}

static void finish(void) {
  printf("{\"init\":%.3f,\"first\":%.3f,\"initCpu\":%.3f,\"cpu\":%.3f,\"rss\":%ld,\"warm\":[", init_at - spawned, took[0],
      init_cpu, first_cpu, first_rss);
  for (int i = 1; i < answered; i++) printf("%s%.4f", i > 1 ? "," : "", took[i]);
  printf("]}\n");
  fflush(stdout);
  kill(child, gently ? SIGTERM : SIGKILL);
  kill(child, SIGCONT);
  waitpid(child, NULL, 0);
  exit(0);
}

/* One whole request, of which the body is in the given place. */
static void request(struct connection *from, char *body, long size) {
  static const char ACCEPTED[] = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
  char *head = from->buffer;
  if (!strncmp(head, "GET ", 4) && strstr(head, "/invocation/next ")) {
    if (!init_at) {
      init_at = now();
      init_cpu = cpu();
      if (!strcmp(throttle, "next")) slow_down();
    }
    hand_over(from->socket);
  } else if (!strncmp(head, "POST ", 5) && strstr(head, "/response ")) {
    took[answered] = now() - handed_at;
    if (!answered) {
      first_cpu = cpu();
      first_rss = rss();
    }
    check(body, size);
    answered++;
    if (answered == invokes) finish();
    send_all(from->socket, ACCEPTED, sizeof ACCEPTED - 1);
  } else {
    fprintf(stderr, "stub: %.*s\n%.*s\n", (int) strcspn(head, "\r"), head, (int) size, body);
    fail("the runtime reports a failure");
  }
}

static long length_of(const char *head, const char *end) {
  for (const char *line = head; line && line < end; line = strstr(line, "\r\n")) {
    while (*line == '\r' || *line == '\n') line++;
    if (!strncasecmp(line, "Content-Length:", 15)) return atol(line + 15);
    if (!strncasecmp(line, "Transfer-Encoding:", 18)) return -1;
  }
  return 0;
}

/* The end of a chunked body that begins at the given place, and its size put together in place; NULL: not all here. */
static char *chunks(char *body, char *filled, long *size) {
  char *at = body, *to = body;
  for (;;) {
    char *line = memmem(at, filled - at, "\r\n", 2);
    if (!line) return NULL;
    long chunk = strtol(at, NULL, 16);
    if (filled - line < chunk + 4) return NULL;
    if (!chunk) {
      *size = to - body;
      return line + 4;
    }
    memmove(to, line + 2, chunk);
    to += chunk;
    at = line + 2 + chunk + 2;
  }
}

static void receive(struct connection *from) {
  ssize_t got = recv(from->socket, from->buffer + from->filled, BUFFER - 1 - from->filled, 0);
  if (got <= 0) {
    close(from->socket);
    free(from->buffer);
    from->buffer = NULL;
    return;
  }
  from->filled += got;
  from->buffer[from->filled] = 0;
  char *end = strstr(from->buffer, "\r\n\r\n");
  if (!end) return;
  char *body = end + 4, *last;
  long size = length_of(from->buffer, end);
  if (size < 0) {
    /* a copy, for a body that is not all here must stay as it came */
    long room = from->buffer + from->filled - body;
    char *copy = malloc(room + 1);
    memcpy(copy, body, room);
    copy[room] = 0;
    last = chunks(copy, copy + room, &size);
    if (!last) {
      free(copy);
      return;
    }
    from->filled = 0;
    request(from, copy, size);
    free(copy);
    return;
  }
  if (from->filled < body - from->buffer + size) return;
  from->filled = 0;
  request(from, body, size);
}

static void spawn(char **command, int core, int port) {
  char address[32];
  snprintf(address, sizeof address, "127.0.0.1:%d", port);
  setenv("AWS_LAMBDA_RUNTIME_API", address, 1);
  spawned = now();
  child = fork();
  if (child) return;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  if (core >= 0 && sched_setaffinity(0, sizeof set, &set)) _exit(126);
  if (cgroup && !write_text(cgroup, "cgroup.procs", "0")) _exit(125);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(2, 1);
  execv(command[0], command);
  _exit(127);
}

static void read_event(const char *path, const char *result) {
  FILE *file = fopen(path, "rb");
  if (!file || event_count == MOST_EVENTS) fail("cannot read an event");
  struct event *event = &events[event_count++];
  event->bytes = malloc(BUFFER);
  event->size = fread(event->bytes, 1, BUFFER - 1024, file);
  event->result = result;
  fclose(file);
}

int main(int count, char **args) {
  int core = -1, i = 1;
  for (; i < count && strcmp(args[i], "--"); i += 2) {
    if (!strcmp(args[i], "--end") && i + 1 < count) gently = !strcmp(args[i + 1], "gently");
    else if (!strcmp(args[i], "--cpu")) core = atoi(args[i + 1]);
    else if (!strcmp(args[i], "--invokes")) invokes = atoi(args[i + 1]);
    else if (!strcmp(args[i], "--cgroup")) cgroup = args[i + 1];
    else if (!strcmp(args[i], "--throttle")) throttle = args[i + 1];
    else if (!strcmp(args[i], "--event") && i + 2 < count) {
      read_event(args[i + 1], args[i + 2]);
      i++;
    } else fail("wrong usage: see the head of stub.c");
  }
  if (i + 1 >= count || !event_count || invokes < 1) fail("wrong usage: see the head of stub.c");
  took = calloc(invokes, sizeof *took);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), yes = 1;
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof at;
  if (bind(listener, (struct sockaddr *) &at, size) || listen(listener, 16)
      || getsockname(listener, (struct sockaddr *) &at, &size)) fail("cannot listen on loopback");
  spawn(args + i + 1, core, ntohs(at.sin_port));
  if (!strcmp(throttle, "start")) slow_down();
  for (;;) {
    struct pollfd ready[MOST_CONNECTIONS + 1] = {{.fd = listener, .events = POLLIN}};
    struct connection *of[MOST_CONNECTIONS + 1];
    int n = 1;
    for (int c = 0; c < MOST_CONNECTIONS; c++) {
      if (connections[c].buffer) {
        of[n] = &connections[c];
        ready[n++] = (struct pollfd) {.fd = connections[c].socket, .events = POLLIN};
      }
    }
    int changed = poll(ready, n, 200);
    if (!changed && waitpid(child, NULL, WNOHANG) == child) fail("the runtime has ended");
    if (now() - spawned > PATIENCE) fail("the runtime takes longer than a minute");
    for (int r = 1; r < n; r++) {
      if (ready[r].revents) receive(of[r]);
    }
    if (ready[0].revents) {
      int c = 0;
      while (c < MOST_CONNECTIONS && connections[c].buffer) c++;
      int socket = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
      if (c == MOST_CONNECTIONS || socket < 0) fail("too many connections");
      setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      connections[c] = (struct connection) {.socket = socket, .buffer = malloc(BUFFER)};
    }
  }
}
