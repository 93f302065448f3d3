import Exemplar
import Governance
import Rulebook
import Testing
import Vocabulary

@testable import Files

/// The exemplar's governance and the meetings of its rounds, read from their files and performed act by act.
struct ExemplarGovernanceTests {
    private static let moment = Moment(secondsSince1970: 1_749_546_000)

    private func digest(_ path: String) -> EvidenceID {
        EvidenceID(bytes: (0..<32).map { UInt8(truncatingIfNeeded: path.utf8.count &* 31 &+ $0) })
    }

    /// - Parameters:
    ///   - moment: by which the meetings are over.
    ///   - withToday: also the meeting of that day which nobody has opened.
    private func book(at moment: Moment = moment, withToday: Bool = false) throws -> GovernanceBook {
        var book = GovernanceBook()
        let occasion = Occasion(endingAt: moment)
        let meetings = Exemplar.rounds(for: occasion).compactMap { round in
            round.bytes(of: "meeting.yaml").map { ExemplarRound.File("\(round.id)/meeting.yaml", $0) }
        }
        let today = Exemplar.meetingToday(for: occasion).bytes(of: "meeting.yaml").map {
            ExemplarRound.File("today/meeting.yaml", $0)
        }
        for file in Exemplar.governance(for: occasion) + meetings + (withToday ? [today].compactMap(\.self) : []) {
            let value = try YAMLFile.value(of: file.bytes, named: file.path).holdingFiles { digest($0) }
            var texts = 0
            let acts = try GovernanceDocument.read(value, named: file.path).acts { text throws(Refusal) in
                texts += 1
                return Personal(digest: digest("\(file.path) \(texts) \(text)"))
            }
            for act in acts {
                do throws(Refusal) {
                    book = try act.decide(
                        GovernanceBefore(book: book, rulebook: .shipped), by: Author("Idris Larkstone")!, at: moment)
                } catch {
                    Issue.record("\(file.path): \(type(of: act).name): \(error.sentence)")
                    throw error
                }
            }
        }
        return book
    }

    @Test func `every file is read, and both rounds' meetings come to their close`() throws {
        let book = try book()
        #expect(book.people.count == 23 && book.committees.count == 2 && book.meetings.count == 3)
        for meeting in book.meetings.values { #expect(meeting.state == .closed, "\(meeting.id)") }
        #expect(book.meetings[Slug("pccc-4")!]?.approval?.meeting == Slug("pccc-5"))
    }

    @Test func `a meeting is planned for the day itself, its papers out in time and not opened`() throws {
        let book = try book(withToday: true)
        let meeting = try #require(book.meetings[Slug("pccc-6")!])
        #expect(meeting.state == .papersOut && meeting.openedAt == nil)
        #expect(meeting.papers.map { $0.on <= $0.due } == true)
        #expect(meeting.startsAt.inLondon.day == ExemplarGovernanceTests.moment.inLondon.day)
        let paths = Exemplar.meetingToday(for: Occasion(endingAt: ExemplarGovernanceTests.moment)).files.map(\.path)
        #expect(Set(paths) == ["meeting.yaml", "documents/toothache.md", "documents/millrace.md"])
    }

    @Test func `the item stops when the second GP leaves, and goes on with the deputy`() throws {
        let meeting = try #require(try book().meetings[Slug("pccc-5")!])
        let findings = try #require(meeting.proceeding(Slug("dental-round")!)?.findings)
        #expect(findings.map(\.isMet).contains(false))
        #expect(findings.last?.isMet == true)
        let stopped = try #require(findings.first { !$0.isMet })
        #expect(stopped.missing == ["one more clinical member with a vote"] && !stopped.waysOut.isEmpty)
    }

    @Test func `members who stand back of an option are counted in no vote on it`() throws {
        let meeting = try #require(try book().meetings[Slug("pccc-5")!])
        var left: Set<String> = []
        for resolution in meeting.resolutions {
            for excluded in resolution.excluded {
                left.insert("\(excluded.member) of \(resolution.id)")
                #expect(!resolution.deciders.contains(excluded.member))
            }
            #expect(resolution.isCarried)
        }
        #expect(
            left == [
                "p01 of people-without-a-home", "p09 of fens", "p10 of fens", "p03 of marlstead-and-unused",
                "p09 of marlstead-and-unused", "p13 of rates",
            ])
    }

    @Test func `the map of accountability has the gaps that were left in it`() throws {
        let book = try book()
        let question = FindAccountabilityGaps.Question(
            of: book, on: ExemplarGovernanceTests.moment.day, rulebook: .shipped, successor: { _ in [] })
        let findings = FindAccountabilityGaps.findings(question)
        #expect(
            Set(findings.map(\.kind)) == [.jointMatterWithoutForum, .forumWithoutConsequence, .elementMissing],
            "\(findings.map(\.sentence))")
    }

    @Test(arguments: [0, 1, 59, 3_600, 86_399])
    func `the meetings can be held at any time of a day`(second: Int) throws {
        let midnight = ExemplarGovernanceTests.moment.day.number * 86_400
        let book = try book(at: Moment(secondsSince1970: midnight + second))
        #expect(book.meetings[Slug("pccc-5")!]?.state == .closed)
    }
}
