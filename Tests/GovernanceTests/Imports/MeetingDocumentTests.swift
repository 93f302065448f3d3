import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct MeetingDocumentTests {
    static func event(_ name: String, _ fields: [JSONValue.Member], at time: String? = nil) -> JSONValue {
        .object([.init("do", .text(name))] + (time.map { [.init("at", .text($0))] } ?? []) + fields)
    }

    static func document(_ events: [JSONValue], startsAt: String = "2026-05-12T10:00") -> JSONValue {
        let members: [JSONValue.Member] = [
            .init("meeting", "pccc-2026-05"), .init("committees", ["pccc"]),
            .init("startsAt", .text(startsAt)), .init("place", "Town hall"),
            .init("papers", ["on": "2026-05-01"]),
            .init(
                "agenda",
                [
                    [
                        "id": "dental", "title": "Dental round", "purpose": "decide",
                        "matter": "primary-dental-services",
                        "amount": "£300,000", "subject": ["round": "dental-2025"],
                        "touches": [["organisation": "Y02494", "part": "option-7", "how": "holds the contract"]],
                        "papers": [["title": "Paper", "document": .text(M.digest("e").description)]],
                    ]
                ]),
            .init("events", .list(events)),
        ]
        return .object(members)
    }

    static let events: [JSONValue] = [
        event(
            "openMeeting",
            [
                .init("present", ["chair", "vice", "gp", "nurse"]),
                .init("chairs", [["committee": "pccc", "person": "chair"]]),
            ], at: "10:00"),
        event("handleInterest", [.init("item", "dental"), .init("member", "gp"), .init("chair", "chair")]),
        event("leaveMeeting", [.init("person", "gp"), .init("item", "dental")], at: "10:05"),
        event("takeItem", [.init("item", "dental")]),
        event(
            "moveMotion",
            [
                .init(
                    "motion",
                    [
                        "id": "m1", "item": "dental", "text": "To fund", "reasons": "Most benefit",
                        "considered": ["fund", "not"], "mover": "vice",
                    ])
            ], at: "10:10"),
        event(
            "castVotes",
            [
                .init("motion", "m1"),
                .init("votes", [["voter": "chair", "choice": "for"], ["voter": "vice", "choice": "for"]]),
            ]),
        event("closeVote", [.init("motion", "m1")], at: "10:20"),
        event("closeItem", [.init("item", "dental")]),
        event(
            "addAction",
            [
                .init("action", ["id": "a1", "text": "Write", "owner": "cfo", "due": "2026-06-01"])
            ]),
        event("closeMeeting", [], at: "2026-05-12T11:00:00Z"),
    ]

    @Test func `one file holds a meeting from its plan to its close`() throws {
        let document = try MeetingDocument.read(Self.document(Self.events), named: "meeting.yaml")
        let book = try M.book().doing(document.acts())
        #expect(book.may.state == .closed)
        #expect(book.may.resolutions.map(\.isCarried) == [true])
        #expect(book.may.resolutions[0].amount == Money(pence: 30_000_000))
        #expect(book.may.resolutions[0].decidedAt == M.at(20))
        #expect(book.may.actions.count == 1)
    }

    @Test(arguments: ["2026-05-12T10:00", "2026-05-12 10:00", "2026-05-12T09:00:00Z"])
    func `times in a file are those of clocks in London, or instants`(startsAt: String) throws {
        let document = try MeetingDocument.read(Self.document(Self.events, startsAt: startsAt), named: "meeting.yaml")
        let open = try #require(document.events.first as? OpenMeeting)
        #expect(open.at == M.at(0))
        #expect(document.header.startsAt == M.start)
    }

    @Test func `a time that London's clocks showed twice is refused with its place`() throws {
        let refusal = try #require(throws: Refusal.self) {
            try MeetingDocument.read(Self.document([], startsAt: "2026-10-25T01:30"), named: "meeting.yaml")
        }
        #expect(refusal.code == "time-twice")
        #expect(refusal.sentence.hasPrefix("meeting.yaml: startsAt: "))
    }

    @Test func `an act that is none, a time that is none and a field that is not known are refused with their place`() {
        func refusal(_ event: JSONValue) -> Refusal? {
            do {
                _ = try MeetingDocument.read(Self.document([event]), named: "meeting.yaml")
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(Self.event("danceMeeting", []))?.code == "event-unknown")
        #expect(refusal(Self.event("planMeeting", []))?.code == "event-unknown")
        #expect(refusal(Self.event("closeMeeting", [], at: "25:00"))?.code == "event-time")
        let unknown = refusal(Self.event("closeMeeting", [.init("colour", "red")]))
        #expect(unknown?.sentence.contains("events[0]") == true)
        #expect(unknown?.sentence.contains("colour") == true)
    }

    @Test func `a meeting half planned is refused`() {
        let half: JSONValue = ["meeting": "pccc-2026-05", "place": "Town hall"]
        #expect(throws: Refusal.self) { try MeetingDocument.read(half, named: "meeting.yaml") }
    }

    @Test func `every act on a meeting is read again as it was journalled`() throws {
        for act in M.story {
            let read = try GovernanceActs.decode(name: type(of: act).name, act.journalled)
            #expect(read.journalled == act.journalled)
        }
    }
}
