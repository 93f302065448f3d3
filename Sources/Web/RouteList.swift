import Access
import HTTPTypes
import Hummingbird
import Pages
import Vocabulary

/// A route as it is served: its path, its method, who may enter it, and what answers.
struct Registered: Sendable {
    /// Variable parts begin with a colon: `/contracts/:number`.
    let path: String
    let method: HTTPRequest.Method
    let entry: Entry
    let answer: @Sendable (Site, Request, BasicRequestContext) async -> Response
}

/// The routes, one after the other. There is no way to add one without saying who may enter.
struct RouteList {
    private(set) var all: [Registered] = []

    /// A page at a path, and its table as CSV, JSON and Excel at the same path with the ending.
    ///
    /// - Parameters:
    ///   - isTable: false for pages that can have no table.
    ///   - isKept: true where the answer depends on the record, the day and the reader alone: it is made once then, see
    ///     `KeptPages`.
    mutating func page(
        _ path: String, entry: Entry, isTable: Bool = true, isKept: Bool = false,
        _ answer: @escaping @Sendable (Question) throws -> Answer
    ) {
        get(path, entry, isKept: isKept) { site, asked in site.respond(to: asked, entry, isKept: isKept, answer) }
        // Where the last part of a path is a parameter, it may carry the ending itself: see `Asked`.
        let last = path.split(separator: "/").last ?? ""
        guard isTable, !last.isEmpty, last != "about", !last.hasPrefix(":") else { return }
        for format in DownloadFormat.allCases {
            get("\(path).\(format.rawValue)", entry, format, isKept: isKept) { site, asked in
                site.respond(to: asked, entry, isKept: isKept, answer)
            }
        }
    }

    /// What is no page: a calendar or a document.
    mutating func file(
        _ path: String, entry: Entry, _ answer: @escaping @Sendable (Question) throws -> Response
    ) {
        get(path, entry) { site, asked in site.answered(asked, entry, answer) }
    }

    mutating func document(
        _ path: String, entry: Entry,
        _ answer: @escaping @Sendable (Question) throws -> (bytes: [UInt8], name: String)
    ) {
        file(path, entry: entry) { question in
            let (bytes, name) = try answer(question)
            return Site.response(
                .ok, bytes, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                fileName: name)
        }
    }

    /// What a form is sent to. It comes to `take` only from a page of ours, from who may enter, whole and within limits.
    ///
    /// - Parameter lane: the threads on which it is answered.
    mutating func form(
        _ path: String, entry: Entry, limits: BodyLimits = .form, on lane: Lane = .acts,
        _ take: @escaping @Sendable (Sent) throws -> Outcome
    ) {
        all.append(
            Registered(path: path, method: .post, entry: entry) { site, request, context in
                await site.taken(
                    request, context, entry, limits == .upload ? site.uploadLimits : limits, on: lane, take)
            })
    }

    /// A call of a program, which says itself who may make it.
    mutating func call(_ call: ApiCall) {
        all.append(
            Registered(path: call.whole, method: call.method, entry: call.entry) { site, request, context in
                await site.answered(call, request, context)
            })
    }

    /// What is the same for everybody, and needs to know nobody.
    mutating func plain(_ path: String, _ answer: @escaping @Sendable (Site) throws -> Response) {
        all.append(
            Registered(path: path, method: .get, entry: .everybody) { site, _, _ in
                do {
                    return try answer(site)
                } catch {
                    return site.fault(error, route: path)
                }
            })
    }

    /// What is the same for everybody who asks, whoever has signed in, and depends on what is asked for.
    mutating func open(_ path: String, _ answer: @escaping @Sendable (Site, Asked) throws -> Response) {
        get(path, .everybody) { site, asked in site.opened(asked, answer) }
    }

    /// A way to somewhere else and back, answered in its own time; with the query as it came, doubled names too.
    mutating func passage(
        _ path: String,
        _ answer:
            @escaping @Sendable (Site, Asked, _ query: [(name: String, value: String)]) async -> Response
    ) {
        all.append(
            Registered(path: path, method: .get, entry: .everybody) { site, request, context in
                let asked = Asked(request, context, cookies: site.door.cookies)
                return await answer(site, asked, Asked.fields(request.uri.query ?? ""))
            })
    }

    private mutating func get(
        _ path: String, _ entry: Entry, _ format: DownloadFormat? = nil, isKept: Bool = false,
        _ answer: @escaping @Sendable (Site, Asked) -> Response
    ) {
        all.append(
            Registered(path: path, method: .get, entry: entry) { site, request, context in
                let asked = Asked(request, context, cookies: site.door.cookies, format: format)
                if isKept, let made = site.keptAnswer(to: asked, entry) { return made }
                return await Lane.pages.run { answer(site, asked) }
            })
    }
}

/// A form that was sent, with all that is needed to answer it.
struct Sent {
    let question: Question
    let body: PostedBody
}

/// What follows when a form was sent.
struct Outcome {
    enum Kind {
        /// Done: the browser goes on to a page, which tells `notice` once.
        case done(String, notice: String?)
        /// Not done: the same page again, with what was given and what is wrong.
        case again(any Page)
        /// Done, and there is something to be shown now and never again.
        case shown(any Page)
    }

    let kind: Kind
    /// Set, or taken away where nil.
    var cookies: [(name: Cookies.Name, value: String?)] = []

    static func done(_ route: Route, _ notice: String? = nil) -> Outcome {
        Outcome(kind: .done(route.path, notice: notice))
    }
}
