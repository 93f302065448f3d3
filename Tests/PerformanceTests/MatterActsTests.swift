import Rulebook
import Testing
import Vocabulary

@testable import Performance

struct MatterActsTests {
    static let acts: [any MatterAct] = [
        GiveEarlyWarning(
            matter: Sample.id, provider: Sample.provider, subject: "Day cases rise", on: Sample.day("2025-08-01")),
        Sample.query, Sample.notice, Sample.meeting,
        CompleteReview(matter: Sample.id, on: Sample.day("2025-09-12"), finding: "Coding changed"), Sample.plan,
        MeetMilestone(matter: Sample.id, milestone: Sample.theatre, on: Sample.day("2025-10-01")), Sample.exception,
        Sample.withholding(5_000),
        SettleWithheld(
            matter: Sample.id, milestone: Sample.theatre, settlement: .released, reason: "Done",
            on: Sample.day("2025-12-01")),
        CloseMatter(matter: Sample.id, reason: "Agreed", on: Sample.day("2025-12-02")),
        ConcludeImmediateAction(matter: Sample.id, on: Sample.day("2025-10-02"), isDone: true, finding: "Opened"),
    ]

    @Test func `every act has a name of its own by which its JSON is read`() throws {
        #expect(Set(MatterActs.all.map { $0.name }) == Set(Self.acts.map { type(of: $0).name }))
        for act in Self.acts {
            let json = try JSONValue(parsing: Array(act.journalled.canonical.utf8), named: "line")
            #expect(try MatterActs.decode(name: type(of: act).name, json).journalled == act.journalled)
        }
        #expect(Sample.code { _ = try MatterActs.decode(name: "tidyUp", [:]) } == "no-such-act")
    }

    @Test func `no act but those that begin a matter finds one that is not there`() {
        for act in Self.acts.dropFirst(3) { #expect(Sample.code([act]) == "no-such-matter", "\(act)") }
        #expect(try! ContractMatter.replaying([], rulebook: .shipped, calendar: .shipped) == nil)
    }

    @Test func `a whole matter of performance goes from notice to close`() throws {
        let matter = try Sample.matter([
            Sample.notice, Sample.meeting, Sample.plan, Sample.exception, Sample.withholding(20_000),
            MeetMilestone(matter: Sample.id, milestone: Sample.theatre, on: Sample.day("2025-11-28")),
            Self.acts[9], Self.acts[10],
        ])
        #expect(matter.state == .closed)
        #expect(matter.waiting == nil)
        #expect(
            matter.steps.map(\.state) == [.notified, .met, .planned, .excepted, .excepted, .planned, .planned, .closed])
    }
}
