import Access
import Priorities
import Store
import Synchronization
import Vocabulary

@testable import Web

/// The diabetes round at a stage, with accounts that sit on its panel: worked on as browsers do, by forms.
struct RoundAtWorkServed {
    static let root = "/rounds/diabetes-2025"
    /// A day after everything that the round holds.
    static let now = Moment(secondsSince1970: Day("2025-06-12")!.number * 86_400 + 36_000)

    let held: HeldRounds
    let served: Served

    init(_ stage: HeldRounds.Stage) throws {
        held = try HeldRounds([HeldRounds.diabetes], to: stage)
        served = Served(store: held.store, now: Self.now)
        for member in try round.members.map(\.id) { seat("seat-\(member)", as: member) }
    }

    var round: Round { get throws { try held.desk.round(HeldRounds.diabetes) } }

    var lines: Int { get throws { try held.store.read { db in try Journal.head(db).sequence } } }

    func seat(_ account: String, as member: Slug) {
        served.keeper.add(
            account, [Grant(role: .panelMember, commissioner: OrganisationCode("QZW"), since: TestDoorkeeper.day)])
        served.keeper.held.withLock { held in
            held.book.accounts[Slug(account)!]!.seats.append(
                Access.RoundSeat(round: HeldRounds.diabetes, member: member, takenOn: TestDoorkeeper.day))
        }
    }

    func ask(_ part: String, as account: String = "seat-chair") async throws -> Reply {
        try await served.ask(Self.root + part, as: account)
    }

    func post(_ part: String, _ pairs: [(String, String)], as account: String = "seat-chair") async throws -> Reply {
        try await served.post(Self.root + part, pairs, as: account)
    }
}

extension Reply {
    /// What the page's forms would send as they stand: hidden fields, typed values, what is ticked.
    var fields: [(String, String)] {
        var found: [(String, String)] = []
        for match in text.matches(of: /<input ([^>]*)>/) {
            let attributes = String(match.1)
            func value(_ name: String) -> String? {
                let spaced = " \(attributes)"
                return spaced.firstRange(of: " \(name)=\"").map { start in
                    String(spaced[start.upperBound...].prefix { $0 != "\"" })
                }
            }
            let type = value("type") ?? ""
            let isOn = attributes.contains(" checked=")
            guard let name = value("name"), name != "csrf", isOn || !["radio", "checkbox"].contains(type) else {
                continue
            }
            found.append((name, Reply.plain(value("value") ?? "")))
        }
        for match in text.matches(of: /<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/) {
            found.append((String(match.1), Reply.plain(String(match.2))))
        }
        return found
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    func sending(_ changes: [String: String]) -> [(String, String)] {
        fields.filter { changes[$0.0] == nil } + changes.sorted { $0.key < $1.key }
    }
}
