import Access
import Contracts
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Publication
import Store
import Tabular
import Vocabulary

/// What was asked for over HTTP, as values that can cross to another thread.
struct Asked: Sendable {
    let path: String
    /// The pattern that the path matched: `/rounds/{round}`; it names nobody.
    let route: String
    let query: [String: String]
    let parameters: [String: String]
    var format: DownloadFormat?
    let cookies: [Cookies.Name: String]
    /// Of the forms of somebody who has not signed in.
    let seal: FormSeal
    /// As it was asked for, to come back to.
    let address: String
    let method: HTTPRequest.Method
    let conditions: Conditions
    /// True for what a page asks for by itself, without anybody having asked: it keeps no session alive.
    let isUnattended: Bool
    /// What stands before a path in a whole address, as the browser asked: `https://remit.example`.
    let root: String

    init(
        _ request: Request, _ context: BasicRequestContext, cookies: Cookies, format: DownloadFormat? = nil
    ) {
        self.cookies = cookies.all(in: request.headers)
        seal = FormSeal(self.cookies[.seal])
        address = request.uri.description
        method = request.method
        conditions = Conditions(request.headers)
        root = cookies.root ?? (cookies.isSecure ? "https://" : "http://") + (request.head.authority ?? "")
        path = request.uri.path
        route = context.endpointPath ?? "none"
        query = Asked.pairs(request.uri.query ?? "")
        // A stream is asked for again and again, and a page may show itself again every so many seconds.
        isUnattended =
            request.headers[Asked.unattended] != nil || query["every"] != nil || path.hasSuffix("/events")
        var parameters: [String: String] = [:]
        for (key, value) in context.parameters { parameters[String(key)] = String(value) }
        self.format = format
        // The last part of a path may carry the ending of a download: /commissioners/QZW.csv.
        for (key, value) in parameters {
            for format in DownloadFormat.allCases where value.hasSuffix(".\(format.rawValue)") {
                parameters[key] = String(value.dropLast(format.rawValue.count + 1))
                self.format = format
            }
        }
        self.parameters = parameters
    }

    /// A call of a program: no cookie counts, and the path is that of the page that shows the same.
    init(ofCall request: Request, _ context: BasicRequestContext) {
        var parameters: [String: String] = [:]
        for (key, value) in context.parameters { parameters[String(key)] = String(value) }
        self.init(
            path: String(request.uri.path.dropFirst(ApiCall.root.count)), route: context.endpointPath ?? "none",
            method: request.method, query: Asked.pairs(request.uri.query ?? ""), parameters: parameters)
    }

    /// What is asked for without a browser; tables are made whole.
    init(
        path: String, route: String = "none", method: HTTPRequest.Method = .get, query: [String: String] = [:],
        parameters: [String: String]
    ) {
        cookies = [:]
        seal = FormSeal()
        address = ""
        root = ""
        format = .json
        conditions = Conditions(HTTPFields())
        isUnattended = false
        self.path = path
        self.route = route
        self.method = method
        self.query = query
        self.parameters = parameters
    }

    /// The names and values of a query as browsers send a form: a blank is a `+`. Of two values of a name the first.
    private static func pairs(_ query: String) -> [String: String] {
        Dictionary(fields(query).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same with each value of a name, in their order.
    static func fields(_ query: String) -> [(name: String, value: String)] {
        func decoded(_ text: Substring) -> String {
            guard text.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%") }) else {
                return String(text)
            }
            let blanks = text.replacing("+", with: " ")
            return blanks.removingPercentEncoding ?? String(blanks)
        }
        return query.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(halves[0]), halves.count > 1 ? decoded(halves[1]) : "")
        }
    }

    /// Said by our script, where nobody pressed anything.
    static let unattended = HTTPField.Name("Remit-Unattended")!

    private static let daily = [
        "/interests", "/gifts", "/breaches", "/committees", "/meetings", "/decisions", "/who-decides",
        "/accountability", "/organisations",
    ]

    /// True for the pages on governance and organisations, which are read on a day and do not depend on a month.
    var isReadOnADay: Bool { Asked.daily.contains { path.hasPrefix($0) } }
}

/// A reader's question with all that is needed to answer it.
struct Question {
    let desk: DentalDesk
    let rounds: RoundShelf
    /// Where records are published to be served; nil where the server has no such place.
    var published: PublishedShelf? { rounds.publishers.shelf }
    private let shelf: GovernanceShelf
    let store: Store
    let now: Moment
    private(set) var asked: Asked
    let position: AskedPosition
    private(set) var query: ListQuery
    /// The month shown; nil while nothing is held.
    let month: AskedMonth?
    let shell: Shell
    let visitor: Visitor
    let door: Door
    let uploads: UploadTrays
    let uploadLimits: BodyLimits
    /// The way out for messages; nil where none is set up.
    let mail: Postroom?
    /// The directory, read when it is asked for first.
    let organisations: @Sendable () throws -> DirectoryHeld
    /// Where work on contract monitoring is done.
    let activity: ActivityWorkroom
    /// Files on needs, looked at when they are asked for first.
    let needs: @Sendable () throws -> NeedsShelf

    init(
        _ asked: Asked, by visitor: Visitor, visit: Visit, door: Door, desk: DentalDesk, rounds: RoundShelf,
        governance: GovernanceShelf, uploads: UploadTrays, uploadLimits: BodyLimits, store: Store, version: String,
        now: Moment, mail: Postroom? = nil, activity: ActivityWorkroom,
        organisations: @escaping @Sendable () throws -> DirectoryHeld,
        needs: @escaping @Sendable () throws -> NeedsShelf
    ) throws {
        self.organisations = organisations
        self.needs = needs
        self.activity = activity
        self.uploads = uploads
        self.uploadLimits = uploadLimits
        self.mail = mail
        self.visitor = visitor
        self.door = door
        self.desk = desk
        self.rounds = rounds
        shelf = governance
        self.now = now
        self.store = store
        self.asked = asked
        position = try AskedPosition(query: { asked.query[$0] })
        query = ListQuery(query: { asked.query[$0] })
        month =
            desk.book.dataTo == nil ? nil : try desk.month(year: position.year, month: position.month)
        shell = Shell(
            system: desk.installation.holder, isInvented: desk.installation.isInvented, version: version,
            dataTo: desk.book.dataTo,
            sources: desk.installation.isInvented
                ? ["Figures made up by Remit's own generator, in the shape of NHSBSA's files."]
                : ["Contains information from the NHS Business Services Authority, Open Government Licence v3.0."],
            held: Array(desk.book.monthsHeld), asked: position, shown: month?.month,
            day: asked.isReadOnADay ? query.on.flatMap { Day($0) } : nil, visit: visit)
    }

    /// Governance as anybody may read it: on the day asked for, else today.
    var governance: GovernanceReading {
        shelf.reading(on: query.on.flatMap { Day($0) } ?? now.day, in: desk)
    }

    /// The whole book of governance, for what takes from it only what the visitor may see.
    var wholeGovernance: GovernanceBook { shelf.book }

    /// A personal text of the register, for whoever may see it.
    var registerText: (Personal) -> String? {
        let texts = shelf.texts
        return { texts[$0] }
    }

    /// The same reader's question for what another page shows.
    func asking(for parameters: [String: String], query: [String: String]) -> Question {
        var question = self
        question.asked = Asked(path: asked.path, query: query, parameters: parameters)
        question.query = ListQuery(query: { query[$0] })
        return question
    }

    /// The month shown.
    ///
    /// - Throws: `Refusal` while nothing is held; pages that can be empty ask `month`.
    func shown() throws -> AskedMonth { try month ?? desk.month() }

    /// What the tables of a month say besides their figures; on pages names that may be personal are withheld.
    func context(_ asked: AskedMonth) -> TableContext { desk.context(asked) }

    /// Who has signed in.
    ///
    /// - Throws: `Refusal` of kind `permission`, where nobody has.
    func signedIn() throws -> SignedIn {
        guard let signedIn = visitor.signedIn else {
            throw Refusal(.permission, code: "not-signed-in", "You have not signed in.")
        }
        return signedIn
    }

    /// What stands in the visitor's forms.
    var token: FormToken { door.token(of: visitor, asked) }

    /// Where the visitor holds a permission today.
    func reach(_ permission: Permission) -> AccessRules.Reach {
        guard let account = visitor.signedIn?.account else { return .at([]) }
        return door.rules.reach(of: account, permission, on: now.inLondon.day)
    }

    /// A part of the path, read as a code or a number; what cannot be one is not found.
    func parameter<Value>(_ name: String, as read: (String) -> Value?) throws -> Value {
        guard let value = asked.parameters[name].flatMap(read) else {
            throw Refusal(.usage, code: "not-found", "")
        }
        return value
    }
}

extension Table {
    /// Nothing held yet.
    static let empty = Table(key: "rows", caption: "Nothing is held yet", columns: [])
}

/// A page, and the table that its downloads hold.
struct Answer {
    var page: any Page
    /// Whole, before paging; nil where the page has none.
    var table: Table?
    /// The page is asked for again by itself, without a script, after so many seconds and there; nil where it is not. What
    /// nobody asked for keeps no session alive: see `Asked.isUnattended`.
    var again: (seconds: Int, there: Destination)?

    init(_ page: any Page, table: Table? = nil) {
        self.page = page
        self.table = table
    }
}
