import Foundation
import GRDB
import Priorities
import Testing
import Vocabulary

@testable import Store

/// A small round in a file: two criteria, four members of whom one has an interest, eight options.
struct RoundExample {
    static let id = slug("dental")
    static let ballot = slug("first")
    static let opened = Moment(text: "2026-05-04T09:00:00Z")!
    static let years = [FinancialYear(startingIn: 2026), FinancialYear(startingIn: 2027)]
    static let options = ["evening", "varnish", "helpline", "outreach", "orthodontics", "prison", "schools", "triage"]
    static let members = ["m1", "m2", "m3", "m4"]

    let store: Store
    let desk: RoundDesk
    let path: String

    /// Up to and with the result, unless told to stop earlier.
    init(in folder: URL, named name: String = "a.sqlite", acts: [any (RoundAct & StoredAct)] = beforeResult) throws {
        path = folder.appendingPathComponent(name).path
        store = try Store.create(at: path)
        desk = RoundDesk(store)
        for act in acts { try perform(act) }
    }

    static func slug(_ text: String) -> Slug { Slug(text)! }

    /// One second later for each line there is.
    var now: Moment {
        get throws { RoundExample.later(try head) }
    }

    static func later(_ seconds: Int) -> Moment {
        Moment(secondsSince1970: opened.secondsSince1970 + seconds)
    }

    var head: Int { get throws { try store.read { db in try Journal.head(db).sequence } } }

    func perform(_ act: some StoredAct) throws {
        try store.perform(act, by: Example.author, at: now)
    }

    func round() throws -> Round { try desk.round(RoundExample.id) }

    @discardableResult
    func record(_ answer: JSONValue = ["ranking": ["evening"]]) throws -> RoundResultHeld {
        try desk.record(answer: answer, for: RoundExample.id, by: Example.author, at: now)
    }

    func openBallot(_ ballot: Slug = RoundExample.ballot) throws {
        let act = OpenBallot(
            round: RoundExample.id, ballot: ballot, discussedOn: RoundExample.opened.day,
            options: RoundExample.options.map(RoundExample.slug))
        try desk.openBallot(act, by: Example.author, at: now)
    }

    /// - Parameter letters: one an option.
    func cast(_ letters: String, by member: String, on ballot: Slug = RoundExample.ballot) throws {
        let votes = zip(RoundExample.options, letters).map { (RoundExample.slug($0), Ballot.Vote(rawValue: $1)!) }
        try desk.castBallot(
            ballot, in: RoundExample.id, by: RoundExample.slug(member),
            choices: Dictionary(uniqueKeysWithValues: votes),
            author: Example.author, at: now)
    }

    @discardableResult
    func closeBallot(_ ballot: Slug = RoundExample.ballot) throws -> Round {
        try desk.closeBallot(ballot, in: RoundExample.id, by: Example.author, at: now)
    }

    /// The database, SQLite's log beside it, and what else begins with its name.
    func files() throws -> [String: Data] {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix(url.lastPathComponent) }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
    }

    var keys: [String] { get throws { try files().keys.filter { $0.hasSuffix(".key") }.sorted() } }

    // MARK: - Acts

    static let opening: [any (RoundAct & StoredAct)] = [
        OpenRound(
            round: id, title: "Dentistry 2026/27", programme: Programme(title: "Dentistry"), benefit: .whole,
            appeals: AppealsRoute(address: "appeals@wexbourne.example", days: 28))
    ]

    static let beforeResult: [any (RoundAct & StoredAct)] =
        opening + [
            SetEnvelope(
                round: id,
                envelope: Envelope(
                    years: years.map { year in
                        Envelope.Year(
                            year: year,
                            sources: [
                                FundingSource(title: "Growth", kind: .recurrent, amount: Money(pence: 40_000_000))
                            ])
                    })),
            SetCriteria(
                round: id,
                criteria: ["access", "pain"].map {
                    Criterion(
                        id: slug($0), title: "How good for \($0)", meaning: "As seen by patients",
                        scale: Scale(
                            unit: "points",
                            anchors: [
                                .init(at: 0, value: 0, meaning: "None"), .init(at: 100, value: 100, meaning: "Best"),
                            ]))
                }),
        ]
        + members.map { name -> any (RoundAct & StoredAct) in
            SeatMember(
                round: id, member: Member(id: slug(name), role: "Member \(name)", kind: .lay, isChair: name == "m1"))
        }
        + options.map { name -> any (RoundAct & StoredAct) in
            PutForwardOption(
                round: id,
                option: Priorities.Option(
                    id: slug(name), title: "More of \(name)",
                    costs: years.map { .init(year: $0, recurrent: Money(pence: 1_000_000)) },
                    fullYear: Money(pence: 1_000_000)))
        } + [
            DeclareInterest(
                round: id,
                interest: Interest(
                    id: slug("i1"), member: slug("m3"), kind: .financial, options: [slug("helpline")],
                    nature: "Partner of a practice")),
            CloseStage(round: id, stage: .anchors),
            GiveWeights(
                round: id, member: slug("m1"),
                given: [
                    WeightsGiven(
                        method: .swing,
                        swings: [
                            .init(criterion: slug("access"), points: 100), .init(criterion: slug("pain"), points: 50),
                        ])
                ]),
            CloseStage(round: id, stage: .weights),
        ]
        + members.map { name -> any (RoundAct & StoredAct) in
            GiveScores(
                round: id, member: slug(name),
                scores: options.filter { name != "m3" || $0 != "helpline" }.enumerated().flatMap { place, option in
                    ["access", "pain"].map {
                        Score(option: slug(option), criterion: slug($0), value: Double(10 * place) + 0.5)
                    }
                })
        } + [CloseStage(round: id, stage: .scores)]
}
