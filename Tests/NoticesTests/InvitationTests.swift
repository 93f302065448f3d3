import Notices
import Testing
import Vocabulary

/// Invitations and reminders as words.
struct InvitationTests {
    private let ada = Slug("a001")!

    @Test func `an invitation says who asks, what for, by when, and that it is for one person`() {
        let text = Invitation(
            account: ada, to: .round(Slug("dental-2026")!), link: "https://remit.example/set-password?link=x",
            until: Day("2026-03-09")!
        ).text(from: "Wexbourne ICB")
        #expect(text.account == ada && text.subject == "Wexbourne ICB invites you to Remit")
        #expect(text.text.contains("Wexbourne ICB asks you to join the panel of a priority round."))
        #expect(text.text.contains("by 9 March 2026:\nhttps://remit.example/set-password?link=x\n"))
        #expect(text.text.contains("for you alone"))
    }

    @Test func `who has a password already is asked to sign in`() {
        let text = Invitation(
            account: ada, to: .meeting(Slug("pccc-4")!), link: "https://r.example/meetings/pccc-4", until: nil
        )
        .text(from: "Wexbourne ICB")
        #expect(text.text.contains("asks you to join a meeting."))
        #expect(text.text.contains("Sign in here with your e-mail address:\nhttps://r.example/meetings/pccc-4\n"))
        #expect(!text.text.contains("password"))
    }

    @Test(arguments: ["account", "round/dental-2026", "meeting/pccc-4"])
    func `a cause is read as it was written`(text: String) {
        #expect(InvitationCause(text)?.description == text)
    }

    @Test(arguments: ["", "accounts", "account/", "round", "round/", "round/Not A Name", "round/a/b", "committee/x"])
    func `nothing else is a cause`(text: String) {
        #expect(InvitationCause(text) == nil)
    }

    @Test func `a reminder tells its day, and there is none without one`() throws {
        let day = Day("2026-03-02")!
        func subject(_ due: String) throws -> String {
            let notice = Notice(account: ada, deed: "Score the options", due: Day(due), path: "/rounds/dental")
            return try #require(Reminder(of: notice)).text(from: "Wexbourne ICB", site: "https://r.example", on: day)
                .subject
        }
        #expect(try subject("2026-03-03") == "A reminder from Remit: due on 3 March 2026")
        #expect(try subject("2026-03-02") == "A reminder from Remit: due today")
        #expect(try subject("2026-03-01") == "A reminder from Remit: was due on 1 March 2026")
        #expect(Reminder(of: Notice(account: ada, deed: "Read", path: "/")) == nil)
    }
}
