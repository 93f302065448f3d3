#ifndef REMIT_TRANSFER_H
#define REMIT_TRANSFER_H

#include <stddef.h>
#include <stdint.h>

/*
 * One exchange with a server through libcurl, whose options cannot be set from Swift (curl_easy_setopt takes any
 * number of arguments).
 *
 * Each call stands alone: it makes its own handle and keeps nothing, neither connections nor cookies. It blocks
 * until its time is up at the latest. Redirects are not followed, certificates are always checked, TLS 1.2 is the
 * least, and without TLS nothing but this machine itself is spoken to, whatever a name resolves to.
 */

enum transfer_outcome {
    TRANSFER_DONE = 0,
    /* The server could not be found or reached. */
    TRANSFER_UNREACHABLE = 1,
    TRANSFER_OUT_OF_TIME = 2,
    /* The answer is longer than was allowed. */
    TRANSFER_TOO_LARGE = 3,
    /* TLS could not be agreed, or the certificate does not hold. */
    TRANSFER_NOT_TRUSTED = 4,
    /* Neither TLS nor this machine. */
    TRANSFER_NOT_ALLOWED = 5,
    /* Mail: the server did not take the name and password. */
    TRANSFER_SIGN_IN_REFUSED = 6,
    /* Mail: the server did not take the sender, the recipient or the message; `status` says why. */
    TRANSFER_REFUSED = 7,
    /* Anything else; `fault` is libcurl's code. */
    TRANSFER_FAILED = 8,
};

/* How long and how much at most. */
struct transfer_limits {
    long milliseconds;
    long connecting_milliseconds;
    size_t bytes;
};

/* What came back; `body` is to be released with transfer_release. */
struct transfer_answer {
    enum transfer_outcome outcome;
    /* libcurl's code, for the operator. */
    int fault;
    /* Of HTTP or SMTP: the last; 0 where there was none. */
    long status;
    uint8_t *body;
    size_t count;
    /* The media type as sent, cut after 127 bytes. */
    char content_type[128];
};

/* What is asked of an HTTP server. Texts end with a zero byte; those that may be missing are NULL. */
struct transfer_request {
    const char *address;
    const char *accept;
    /* "Bearer …", or NULL. It is sent as it is: its maker sees to it that no line ends in it. */
    const char *authorization;
    /* A form to be posted, in application/x-www-form-urlencoded; NULL to get. */
    const char *form;
    /* A file of certificates to be trusted instead of the system's; NULL for the system's. */
    const char *certificates;
};

/* A message to be handed to an SMTP server. */
struct transfer_mail {
    /* smtp://host:port/our-name with STARTTLS, smtps://host:port/our-name with TLS from the beginning. */
    const char *address;
    /* 0 only for a server on this machine. */
    int needs_tls;
    const char *name;
    const char *password;
    const char *certificates;
    /* <a@b.example> */
    const char *from;
    const char *to;
    /* Headers and text, with CRLF; the dots that begin lines are doubled here. */
    const uint8_t *message;
    size_t count;
};

struct transfer_answer transfer_exchange(const struct transfer_request *request, const struct transfer_limits *limits);

struct transfer_answer transfer_send(const struct transfer_mail *mail, const struct transfer_limits *limits);

void transfer_release(struct transfer_answer *answer);

#endif
