import Access
import Challenges
import Exemplar
import Files
import Imports
import Mail
import Notices
import Performance
import Store
import Tabular
import Testing
import Transfer
import Vocabulary

@testable import Web

/// A bundle of challenges in the browser, from raised to closed, and who may what there.
struct BundleAnswersTests {
    private static let answers: [Int: (String, String, String)] = [
        1: ("rejected", "", "The practice is ours."), 2: ("Accepted", "£40.00", ""),
        3: ("part", "20", "One of two attendances."), 4: ("perhaps", "", ""), 5: ("accepted", "", ""),
    ]

    @Test func `what waits under contracts stands at home for whoever works on it, and for nobody else`() async throws {
        let held = try HeldBundle()
        try held.begin()
        let home = try await held.served.ask("/home", as: "manager")
        #expect(home.words.contains("Take a bundle of challenges a step on"), "\(home.words)")
        // The one matter waits for its provider, and has no day.
        #expect(!home.words.contains("the next step under"))
        _ = try MatterDesk(held.served.store).perform(
            GiveEarlyWarning(
                matter: Slug("rwx-day-cases")!, provider: OrganisationCode("RWX")!, subject: "Day cases rise",
                on: Day("2025-01-06")!), by: Served.author, at: Served.moment)
        let warned = try await held.served.ask("/home", as: "manager")
        #expect(warned.words.contains("Take the next step under a notice"))
        #expect(
            warned.text.contains("href=\"/activity/notices\"") && warned.text.contains("href=\"/activity/bundles\""))
        // Programs and messages know of the same things as the page does.
        let calls = try await held.served.call("/me/waiting")
        #expect(
            calls.json["waiting"]?.asList?.compactMap { $0["kind"]?.asText } == ["stepBundles", "stepMatters"],
            "\(calls.text)")
        #expect(try await held.served.call("/me/waiting", token: "observer").json["waiting"]?.asList?.isEmpty == true)
        let room = try Postroom(
            of: held.served.site,
            post: Post(
                server: try #require(MailServer(host: "127.0.0.1", port: 1, security: .none)),
                sender: Mailbox(try #require(MailAddress("remit@wexbourne.example")), name: "Remit")),
            root: "https://remit.example")
        let account = try #require(held.served.keeper.people().book.accounts[Slug("manager")!])
        let notices = try room.waiting(account, Served.moment.inLondon.day)
        #expect(notices.map(\.path) == ["/activity/bundles", "/activity/notices"])
        #expect(notices.map(\.deed) == ["Take bundles of challenges a step on", "Take the next step under notices"])
        let looker = try await held.served.ask("/home", as: "observer")
        #expect(
            looker.status == 200 && !looker.words.contains("a step on") && !looker.words.contains("next step under"))
        // Once it is sent the provider has its time.
        let sent = try await held.post("send", [("contact", "Contract team")], on: "2025-02-19")
        #expect(sent.status == 303)
        #expect(try await !held.served.ask("/home", as: "manager").words.contains("bundle of challenges a step on"))
    }

    @Test func `a contract manager takes a bundle its whole way through the pages`() async throws {
        let held = try HeldBundle()
        let list = try await held.served.ask("/activity/bundles")
        #expect(list.status == 200 && list.words.contains("1 bundle waits: 1 for the commissioner. None is late."))
        #expect(list.text.contains(HeldBundle.path))

        // The deadline is shown before anything is recorded.
        let form = try await held.served.ask("\(HeldBundle.path)/send")
        #expect(form.words.contains("Sent today, it is to be answered by 5 March 2025."))
        let check = try await held.post("send", [("contact", "Contract team")], on: "2025-01-06", step: "check")
        #expect(check.status == 200 && check.words.contains("Answer by20 January 2025"), "\(check.words)")
        #expect(try held.bundle().sending == nil)
        for _ in 0..<2 { #expect(try await held.send().status == 303) }
        #expect(try held.bundle().sendings.count == 1, "sent twice, recorded once")

        // What is taken away is what the command line writes, byte for byte.
        let sent = try held.bundle()
        let papers = try BundlePapers(sent, sending: sent.sending, from: held.desk)
        #expect(papers.areThose(of: try #require(sent.sending)))
        for file in papers.files {
            #expect(try await held.served.ask("\(HeldBundle.path)/\(file.name)").bytes == file.bytes, "\(file.name)")
        }

        let workbook = try held.workbook(Self.answers)
        let looked = try await held.upload("answers", workbook, named: "back.xlsx", on: "2025-01-13")
        #expect(looked.status == 200 && looked.words.contains("6 read = 5 kept + 1 refused"), "\(looked.words)")
        #expect(looked.words.contains("4 answered, 1 not yet") && looked.words.contains("Take 4 answers in"))
        #expect(looked.words.contains("“perhaps” is none of accepted, part, rejected"))
        #expect(try held.bundle().answerFiles.isEmpty, "nothing was taken in before it was looked at")
        for _ in 0..<2 { #expect(try await held.confirm("answers", looked).status == 303) }
        #expect(
            try held.bundle().challenges.compactMap { $0.answer?.kind } == [.rejected, .accepted, .part, .accepted])

        let asAnswered = try await held.post("conclude", [("way", "asAnswered")], on: "2025-01-15", step: "check")
        #expect(
            asAnswered.words.contains("3 challenges: 2 upheld, 1 in part, 0 withdrawn") && asAnswered.status == 200,
            "\(asAnswered.words)")
        #expect(asAnswered.words.contains("£68.00, now £0.00"))
        #expect(try await held.post("conclude", [("way", "asAnswered")], on: "2025-01-15").status == 303)
        let silence = [("way", "uphold"), ("answered", "none"), ("reason", "Not answered in time.")]
        #expect(try await held.post("conclude", silence, on: "2025-01-21").status == 303)
        let list2 = "Challenge,Outcome,Amount,Reason\n\(HeldBundle.id)/1,part,50.00,Met halfway\n"
        let ours = try await held.upload("conclusions", Array(list2.utf8), named: "ours.csv", on: "2025-01-21")
        #expect(ours.words.contains("1 read = 1 concluded + 0 left open + 0 refused"), "\(ours.words)")
        #expect(try await held.confirm("conclusions", ours).status == 303)
        #expect(try held.bundle().agreed == Money(pence: 4_000 + 2_000 + 800 + 500 + 1_000 + 5_000))

        #expect(try await held.post("dispute", [("words", "Row 2")], on: "2025-01-22").status == 303)
        #expect(try held.bundle().state == .disputed)
        #expect(try await held.post("settle", [("words", "£45")], on: "2025-01-23").status == 303)
        let settled = [("way", "part"), ("challenges", "1"), ("amount", "45"), ("reason", "Settled")]
        #expect(try await held.post("conclude", settled, on: "2025-01-23").status == 303)
        for _ in 0..<2 {
            #expect(
                try await held.post("credit", [("number", "CN1"), ("amount", "100.00")], on: "2025-02-03").status == 303
            )
        }
        #expect(try held.bundle().credits.count == 1)
        let correction = [("number", "CN1"), ("amount", "128.00"), ("correction", "yes"), ("reason", "All of it.")]
        #expect(try await held.post("credit", correction, on: "2025-02-03").status == 303)
        for _ in 0..<2 { #expect(try await held.post("close", [], on: "2025-02-04").status == 303) }
        #expect(try held.bundle().state == .closed)

        let page = try await held.served.ask(HeldBundle.path)
        #expect(page.words.contains("It is closed. Nothing more is to be done."))
        #expect(page.words.contains("6 raised = 0 open + 4 upheld + 2 in part + 0 withdrawn"), "\(page.words)")
        #expect(!page.text.contains("\(HeldBundle.path)/send"), "nothing can be done any more")
        #expect(page.words.contains("recordCredit") && page.words.contains("manager"))
    }

    @Test func `each step that cannot be is refused at its form, and nothing is recorded`() async throws {
        let held = try HeldBundle()
        let refused: [(String, [(String, String)], String, String)] = [
            ("send", [], "2025-01-06", "Enter whom the provider answers"),
            ("send", [("contact", "T")], "2025-01-05", "before 6 January 2025"),
            ("send", [("contact", "T")], "2026-01-06", "which is still to come"),
            (
                "send", [("contact", "T")] + HeldBundle.day("2025-01-07", "deadline"), "2025-01-06",
                "leaves less time than the rule"
            ),
            ("send", [("contact", "Ask for 943 476 5919")], "2025-01-06", "NHS number"),
            ("conclude", [("way", "uphold"), ("reason", "Ours")], "2025-01-07", "it has not been sent"),
            ("conclude", [("way", "withdraw"), ("reason", "")], "2025-01-07", "Give the reason in a sentence"),
            (
                "conclude", [("way", "withdraw"), ("reason", "x"), ("challenges", "9-3")], "2025-01-07",
                "Write numbers and spans"
            ),
            (
                "conclude", [("way", "withdraw"), ("reason", "x"), ("rule", "CC99")], "2025-01-07",
                "No challenge of “rx1-2024-25-m06” is concluded on"
            ),
            ("credit", [("number", "CN1"), ("amount", "5")], "2025-01-07", "one cannot record a credit note now"),
            ("dispute", [("words", "x")], "2025-01-07", "one cannot dispute it now"),
            ("settle", [("words", "x")], "2025-01-07", "one cannot settle a dispute now"),
            ("close", [], "2025-01-07", "one cannot close it now"),
        ]
        for (deed, fields, day, sentence) in refused {
            let reply = try await held.post(deed, fields, on: day)
            #expect(reply.status == 422 && reply.words.contains(sentence), "\(deed): \(reply.words.prefix(1_500))")
        }
        #expect(try held.desk.lines(of: HeldBundle.id).count == 1)

        #expect(try await held.send().status == 303)
        let early = try await held.post("conclude", [("way", "uphold"), ("reason", "x")], on: "2025-01-07")
        #expect(early.status == 422 && early.words.contains("the provider has until 20 January 2025"))
        let other = try await held.upload(
            "answers", Array("Reference,Rule\nx/1,CC01\n".utf8), named: "o.csv", on: "2025-01-13")
        #expect(other.status == 422 && other.words.contains("that can be read"), "\(other.words)")
        let none = try await held.upload("answers", [], named: "empty.xlsx", on: "2025-01-13")
        #expect(none.status == 422 && none.words.contains("is empty"))
        let faulty = try await held.upload(
            "conclusions", Array("Challenge,Outcome,Amount,Reason\n1,perhaps,,x\n".utf8), named: "c.csv",
            on: "2025-01-21")
        #expect(faulty.words.contains("The list is not taken in") && faulty.words.contains("“perhaps” is none of"))
        #expect(try held.desk.lines(of: HeldBundle.id).count == 2)
    }

    @Test func `what was changed since a form was opened is told, and nothing of it recorded`() async throws {
        let held = try HeldBundle()
        let old = try held.seen()
        #expect(try await held.send().status == 303)
        let fields = [("way", "withdraw"), ("reason", "Ours."), ("challenges", "1"), ("step", "send")]
        let late = try await held.served.post(
            "\(HeldBundle.path)/conclude", fields + HeldBundle.day("2025-01-07") + old)
        #expect(late.status == 422 && late.words.contains("Something was recorded"), "\(late.words)")
        #expect(try held.bundle().challenges[0].conclusion == nil)
        let seen = try held.seen()[0].1
        #expect(late.text.contains("name=\"revision\" value=\"\(seen)\""), "sent again, it would hold")
    }

    @Test func `rows are found by rule and state, and sums are had by provider, rule and month`() async throws {
        let held = try HeldBundle()
        let page = try await held.served.ask("\(HeldBundle.path)?rule=CC05&state=raised")
        #expect(page.words.contains("2 challenges of 6."))
        let rows = try await held.served.ask("\(HeldBundle.path).csv?rule=CC05")
        #expect(rows.text.split(separator: "\n").count == 3)
        for (by, word) in [("provider", "RX1"), ("rule", "CC01 Not <b>ours</b>"), ("month", "September 2024")] {
            let csv = try await held.served.ask("/activity/bundles.csv?by=\(by)")
            #expect(csv.text.contains(word), "\(csv.text)")
        }
        let none = try await held.served.ask("/activity/bundles?state=closed")
        #expect(none.words.contains("No bundle fits what was asked for"))
        #expect(!page.text.contains("<b>ours"), "a rule's words are text")
    }

    @Test func `who only reads is offered no form and may send none`() async throws {
        let held = try HeldBundle()
        for path in [HeldBundle.path, "/activity/bundles", "/activity/costs", "/activity/notices"] {
            let page = try await held.served.ask(path, as: "observer")
            #expect(page.status == 200, "\(path)")
            for deed in ["send", "conclude", "new", "file"] {
                #expect(!page.text.contains("\(path)/\(deed)\""), "\(path)/\(deed)")
            }
        }
        for deed in ["send", "answers", "conclude", "conclusions", "credit", "dispute", "settle", "close"] {
            #expect(try await held.served.ask("\(HeldBundle.path)/\(deed)", as: "observer").status == 403, "\(deed)")
            let sent = try await held.post(deed, [("contact", "T")], on: "2025-01-06", as: "observer")
            #expect(sent.status == 403, "\(deed)")
        }
        #expect(try await held.served.ask(HeldBundle.path, as: "newcomer").status == 403)
        #expect(try held.desk.lines(of: HeldBundle.id).count == 1)
    }

    @Test func `a bundle of another commissioner is not found`() async throws {
        let held = try HeldBundle(commissioner: OrganisationCode("QXX")!)
        #expect(try await held.served.ask(HeldBundle.path).status == 404)
        #expect(try await held.served.ask("\(HeldBundle.path)/letter.docx").status == 404)
        #expect(try await held.send().status == 404)
        #expect(try await !held.served.ask("/activity/bundles").text.contains(HeldBundle.path))
        #expect(try await held.served.ask("/activity/bundles/none").status == 404)
    }
}
