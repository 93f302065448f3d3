#include "CTransfer.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_once_t started = PTHREAD_ONCE_INIT;

static void start(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

/* An answer while it comes in. */
struct intake {
    uint8_t *bytes;
    size_t count;
    size_t limit;
    bool too_large;
};

static size_t take(char *bytes, size_t size, size_t members, void *context) {
    struct intake *intake = context;
    size_t count = size * members;
    if (count > intake->limit - intake->count) {
        intake->too_large = true;
        return 0;
    }
    if (count == 0) return 0;
    uint8_t *grown = realloc(intake->bytes, intake->count + count);
    if (!grown) return 0;
    memcpy(grown + intake->count, bytes, count);
    intake->bytes = grown;
    intake->count += count;
    return count;
}

/* A message while it goes out. */
struct outlet {
    const uint8_t *bytes;
    size_t count;
    size_t at;
};

static size_t give(char *place, size_t size, size_t members, void *context) {
    struct outlet *outlet = context;
    size_t left = outlet->count - outlet->at;
    size_t count = size * members < left ? size * members : left;
    memcpy(place, outlet->bytes + outlet->at, count);
    outlet->at += count;
    return count;
}

/* Whether a connection may go anywhere, and whether it was kept from it. */
struct gate {
    bool only_this_machine;
    bool refused;
};

static bool is_this_machine(const struct curl_sockaddr *address) {
    if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
        struct sockaddr_in place;
        memcpy(&place, &address->addr, sizeof place);
        return (ntohl(place.sin_addr.s_addr) >> 24) == 127;
    }
    if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
        struct sockaddr_in6 place;
        memcpy(&place, &address->addr, sizeof place);
        return IN6_IS_ADDR_LOOPBACK(&place.sin6_addr);
    }
    return false;
}

/* Called by libcurl with the address that a name came to, before anything is sent there. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    struct gate *gate = context;
    (void)purpose;
    if (gate->only_this_machine && !is_this_machine(address)) {
        gate->refused = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* What is the same for every exchange. */
static CURL *prepared(const char *address, const char *certificates, const struct transfer_limits *limits,
                      struct gate *gate, struct intake *intake) {
    pthread_once(&started, start);
    CURL *curl = curl_easy_init();
    if (!curl) return NULL;
    curl_easy_setopt(curl, CURLOPT_URL, address);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, limits->milliseconds);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, limits->connecting_milliseconds);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (certificates) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, certificates);
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
    }
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, gate);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, intake);
    return curl;
}

static enum transfer_outcome outcome(CURLcode code, const struct gate *gate, const struct intake *intake) {
    if (intake->too_large) return TRANSFER_TOO_LARGE;
    if (gate->refused) return TRANSFER_NOT_ALLOWED;
    switch (code) {
    case CURLE_OK: return TRANSFER_DONE;
    case CURLE_OPERATION_TIMEDOUT: return TRANSFER_OUT_OF_TIME;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_GOT_NOTHING: return TRANSFER_UNREACHABLE;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_USE_SSL_FAILED: return TRANSFER_NOT_TRUSTED;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT: return TRANSFER_NOT_ALLOWED;
    case CURLE_LOGIN_DENIED: return TRANSFER_SIGN_IN_REFUSED;
    default: return TRANSFER_FAILED;
    }
}

/* Runs the exchange, fills in the answer and ends the handle. */
static struct transfer_answer finished(CURL *curl, struct gate *gate, struct intake *intake) {
    struct transfer_answer answer = {.outcome = TRANSFER_FAILED};
    CURLcode code = curl_easy_perform(curl);
    answer.fault = (int)code;
    answer.outcome = outcome(code, gate, intake);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    char *type = NULL;
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    if (type) strncpy(answer.content_type, type, sizeof answer.content_type - 1);
    if (answer.outcome == TRANSFER_DONE) {
        answer.body = intake->bytes;
        answer.count = intake->count;
    } else {
        free(intake->bytes);
    }
    curl_easy_cleanup(curl);
    return answer;
}

static bool begins(const char *text, const char *start) { return strncasecmp(text, start, strlen(start)) == 0; }

/* The list with one header more; the list alone where there is no memory, and the server then refuses. */
static struct curl_slist *with_header(struct curl_slist *headers, const char *name, const char *value) {
    size_t count = strlen(name) + strlen(value) + 1;
    char *header = malloc(count);
    if (!header) return headers;
    strcpy(header, name);
    strcat(header, value);
    struct curl_slist *longer = curl_slist_append(headers, header);
    free(header);
    return longer ? longer : headers;
}

struct transfer_answer transfer_exchange(const struct transfer_request *request, const struct transfer_limits *limits) {
    bool is_plain = !begins(request->address, "https://");
    struct gate gate = {.only_this_machine = is_plain};
    struct intake intake = {.limit = limits->bytes};
    struct transfer_answer failed = {.outcome = TRANSFER_FAILED};
    CURL *curl = prepared(request->address, request->certificates, limits, &gate, &intake);
    if (!curl) return failed;
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, is_plain ? "http" : "https");
    /* A proxy would make the request in our place, so none for this machine; else as the environment says. */
    if (is_plain) curl_easy_setopt(curl, CURLOPT_PROXY, "");
    struct curl_slist *headers = NULL;
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "remit");
    if (request->accept) headers = with_header(headers, "Accept: ", request->accept);
    if (request->authorization) headers = with_header(headers, "Authorization: ", request->authorization);
    if (request->form) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->form);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)strlen(request->form));
        /* Without the pause for "100 Continue" that some servers never end. */
        headers = curl_slist_append(headers, "Expect:");
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    struct transfer_answer answer = finished(curl, &gate, &intake);
    curl_slist_free_all(headers);
    return answer;
}

struct transfer_answer transfer_send(const struct transfer_mail *mail, const struct transfer_limits *limits) {
    bool is_wrapped = begins(mail->address, "smtps://");
    struct gate gate = {.only_this_machine = !mail->needs_tls && !is_wrapped};
    struct intake intake = {.limit = limits->bytes};
    struct outlet outlet = {.bytes = mail->message, .count = mail->count};
    struct transfer_answer failed = {.outcome = TRANSFER_FAILED};
    CURL *curl = prepared(mail->address, mail->certificates, limits, &gate, &intake);
    if (!curl) return failed;
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, is_wrapped ? "smtps" : "smtp");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(mail->needs_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (mail->name && mail->password) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, mail->name);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, mail->password);
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail->from);
    struct curl_slist *recipients = curl_slist_append(NULL, mail->to);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &outlet);
    struct transfer_answer answer = finished(curl, &gate, &intake);
    curl_slist_free_all(recipients);
    /* A refusal of the sender, the recipient or the message has a status of the server's; libcurl has one code more
       or less for each, by version. */
    if ((answer.outcome == TRANSFER_FAILED || answer.outcome == TRANSFER_UNREACHABLE) && answer.status >= 400)
        answer.outcome = TRANSFER_REFUSED;
    return answer;
}

void transfer_release(struct transfer_answer *answer) {
    free(answer->body);
    answer->body = NULL;
    answer->count = 0;
}
