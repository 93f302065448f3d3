import Markup
import Pages
import Priorities
import Vocabulary

/// Pages on which members and managers work on a round, while it weighs and scores and once it is decided.
enum RoundWorkSample {
    private static func pages(
        _ name: String, _ work: RoundAtWork, _ member: Member
    ) -> [(name: String, page: any Page)] {
        let (mine, manage) = (MemberPages(work, member), ManagePages(work))
        return [
            ("\(name)-mine", mine.hub()), ("\(name)-weights", mine.weights()), ("\(name)-scores", mine.scores()),
            ("\(name)-check", mine.checkScores()),
            ("\(name)-assessments", mine.papers(error: "Tick what you have read.")),
            ("\(name)-manage", manage.hub()),
        ]
    }

    static let pages: [(name: String, page: any Page)] =
        RoundSample.round.members.flatMap { member in
            pages("open-\(member.id)", RoundFormsTests.work, member)
                + pages(
                    "decided-\(member.id)",
                    RoundAtWork(RoundSample.round, token: FormToken("t0ken")!, revision: 7), member)
        }
}
