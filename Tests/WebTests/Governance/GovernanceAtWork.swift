import Access
import Governance
import HTTPTypes
import Store
import Synchronization
import Vocabulary

@testable import Web

/// The committee of `HeldGovernance` with people who sign in: who keeps its register and meetings (`clerk`, the finance
/// officer), two members (`ada`, the chair, and `bo`, the GP), one who looks on, and the same roles at another body.
struct GovernanceAtWork {
    let held: HeldGovernance
    var served: Served { held.served }

    /// Whether `Site` registers the routes of `governanceWork`.
    static let isServed = Site.routes.contains { $0.path == "/my-interests" }
    static let live = "/meetings/pccc-2025-02/live"

    init() throws {
        held = try HeldGovernance()
        let (here, elsewhere) = (OrganisationCode("QWX")!, OrganisationCode("QNM")!)
        add("clerk", .governanceLead, at: here, as: "cfo")
        add("ada", .panelMember, at: here, as: "chair")
        add("bo", .panelMember, at: here, as: "gp")
        add("nia", .panelMember, at: here, as: "nurse")
        add("looker", .observer, at: here, as: nil)
        add("stranger", .governanceLead, at: elsewhere, as: nil)
        add("unlinked", .panelMember, at: here, as: nil)
    }

    private func add(_ id: String, _ role: Role, at code: OrganisationCode, as person: String?) {
        served.keeper.add(id, [Grant(role: role, commissioner: code, since: TestDoorkeeper.day)])
        served.keeper.held.withLock { $0.book.accounts[Slug(id)!]?.person = person.map { Slug($0)! } }
    }

    var book: GovernanceBook { get throws { try held.desk.book() } }

    func person(_ id: String) throws -> PersonFile { try book.people[Slug(id)!]! }
    var meeting: Meeting { get throws { try book.meetings[Slug("pccc-2025-02")!]! } }

    /// Plans a meeting for today, with an item for decision that has a paper, by the pages.
    func plan() async throws -> [Int] {
        let planned = try await served.post(
            "/meetings/plan",
            [
                ("committees", "pccc"), ("day-day", "19"), ("day-month", "2"), ("day-year", "2025"), ("time", "20:00"),
                ("place", "Town hall"), ("meeting", "pccc-2025-02"),
            ], as: "clerk")
        let put = try await served.send(
            "\(Self.live)/add-item", .post, cookies: ["remit": served.keeper.token(of: "clerk")],
            headers: ["Content-Type": "multipart/form-data; boundary=b0undary"], body: Self.item)
        return [planned.status, put.status]
    }

    private static let item: [UInt8] = {
        let fields = [
            ("csrf", "csrf-clerk"), ("entry", "dental"), ("title", "Dental round"), ("purpose", "decide"),
            ("matter", "primary-dental-services"), ("amount", ""), ("touches", ""), ("paperTitle", "Committee paper"),
        ]
        var text = ""
        for (name, value) in fields {
            text += "--b0undary\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        text += "--b0undary\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"paper.txt\"\r\n"
        text += "Content-Type: text/plain\r\n\r\nA paper\r\n--b0undary--\r\n"
        return Array(text.utf8)
    }()

    /// Plans it and opens it with all four members.
    func open() async throws {
        _ = try await plan()
        _ = try await press(
            "open",
            [
                ("present", "chair"), ("present", "gp"), ("present", "nurse"), ("present", "cfo"),
                ("chair-pccc", "chair"),
            ])
    }

    func press(_ deed: String, _ pairs: [(String, String)] = [], as account: String = "clerk") async throws -> Reply {
        try await served.post("\(Self.live)/\(deed)", pairs, as: account)
    }

    func page(as account: String = "clerk") async throws -> Reply { try await served.ask(Self.live, as: account) }
}
