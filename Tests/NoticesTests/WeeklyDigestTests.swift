import Notices
import TestSupport
import Testing
import Vocabulary

/// One message a week for each person.
struct WeeklyDigestTests {
    private let digest = WeeklyDigest(system: "Wexbourne ICB", site: "https://remit.example")
    private let day = Day("2026-03-02")!

    @Test func `a digest tells what is due first, and where it is done`() throws {
        let ada = Slug("a001")!
        let texts = digest.texts(
            of: [
                Notice(account: ada, deed: "Confirm your interests", path: "/interests/ada"),
                Notice(account: ada, deed: "Score the options", due: Day("2026-03-03"), path: "/rounds/dental"),
                Notice(account: ada, deed: "Approve the minutes", due: Day("2026-02-27"), path: "/meetings/m-4"),
            ], on: day)
        let text = try #require(texts.first)
        #expect(texts.count == 1 && text.account == ada && text.subject == "3 things wait for you in Remit")
        #expect(
            text.text == """
                Hello,

                3 things wait for you at Wexbourne ICB; 1 is late.

                - Approve the minutes – was due on 27 February 2026
                  https://remit.example/meetings/m-4
                - Score the options – by 3 March 2026
                  https://remit.example/rounds/dental
                - Confirm your interests
                  https://remit.example/interests/ada

                You get this once a week, while something waits for you. Please do not reply to it.

                """)
    }

    @Test func `a week is seven days`() {
        #expect(WeeklyDigest.isDue(on: day, lastSent: nil))
        #expect(!WeeklyDigest.isDue(on: day, lastSent: day.adding(days: -6)))
        #expect(WeeklyDigest.isDue(on: day, lastSent: day.adding(days: -7)))
    }

    /// Whatever waits is told to whom it waits for, to nobody else, and once.
    @Test(arguments: [UInt64(1), 2, 3, 4]) func `each notice is told once, to its own person`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        var notices: [Notice] = []
        for number in 0..<Int.random(in: 0..<60, using: &numbers) {
            let due = Bool.random(using: &numbers) ? day.adding(days: Int.random(in: -9...9, using: &numbers)) : nil
            let account = Slug("a00\(Int.random(in: 0..<6, using: &numbers))")!
            notices.append(Notice(account: account, deed: "Deed \(number)!", due: due, path: "/deeds/\(number)!"))
        }
        let texts = digest.texts(of: notices + notices.prefix(5), on: day)
        #expect(texts.map(\.account) == Set(notices.map(\.account)).sorted(), "seed \(seed)")
        for text in texts {
            for notice in notices {
                let count = text.text.ranges(of: "https://remit.example\(notice.path)").count
                #expect(count == (notice.account == text.account ? 1 : 0), "seed \(seed)")
            }
        }
        #expect(digest.texts(of: notices.reversed(), on: day) == texts, "seed \(seed)")
    }
}
