import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct ChallengeLetterTests {
    private let names = ChallengeLetter.Names(commissioner: "Wexbourne ICB (QXX)")

    private func text(_ letter: ChallengeLetter) -> String {
        letter.blocks.map { block in
            switch block {
            case .heading(let text), .subheading(let text), .paragraph(let text): text
            case .list(let items): items.joined(separator: "\n")
            case .table(let caption, let header, let rows, _):
                ([caption, header.joined(separator: "|")] + rows.map { $0.joined(separator: "|") })
                    .joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    @Test func `it says what is wrong, what it comes to once, by when and to whom to answer`() throws {
        let bundle = try Sample.sentBundle()
        let letter = ChallengeLetter(bundle, sending: bundle.sending, names: names)
        let text = text(letter)
        #expect(letter.title == "Questions about your bills for August 2025 to September 2025")
        #expect(text.contains("We ask 6 questions about 5 rows. Each row counted once, they come to £208.00."))
        #expect(text.contains("One of the questions is of data only."))
        #expect(text.contains("by Monday 17 November 2025 to Contract team, contracts@wexbourne.example."))
        #expect(text.contains("CC05: Title of CC05") && text.contains("What is wrong under CC05."))
        #expect(text.contains("CC05|Title of CC05|2|0|£100.00") && text.contains("All||6|1|£208.00"))
        #expect(text.contains("Date: Monday 3 November 2025") && text.contains("From: Wexbourne ICB (QXX)"))
        #expect(!text.contains("Draft") && text.contains("Our reference: rx1-2025-26-m06"))
        #expect(text.contains("To: Millrace Trust, Finance\nAbout the bills of: RX1"))
    }

    @Test func `what the questions rest on is said once, and neither that it was read nor that it was not`() throws {
        let held = try Sample.sentBundle()
        let words = ["CC01", "CC05", "CC10"].map { rule in
            ChallengeWords(
                rule: rule, title: rule, letter: "", source: rule == "CC01" ? "A method" : "Custom; from memory",
                isVerified: rule == "CC01")
        }
        let bundle = ChallengeBundle(
            id: held.id, provider: held.provider, commissioner: held.commissioner, run: held.run,
            document: held.document, raisedOn: held.raisedOn, words: words, challenges: held.challenges)
        let text = text(ChallengeLetter(bundle, sending: nil, names: names))
        #expect(text.contains("What our questions rest on\nA method (CC01).\nCustom (CC05, CC10)."))
        #expect(!text.contains("memory") && !text.contains("read it at"))
    }

    @Test func `whoever is named is named with the code`() throws {
        var named = names
        named.provider = "Millrace Trust (RX1)"
        #expect(
            text(ChallengeLetter(try Sample.raisedBundle(), sending: nil, names: named)).contains(
                "To: Millrace Trust (RX1)\n"))
        let form = AnswerForm.form(of: try Sample.sentBundle(), sending: nil, names: named)
        #expect(form.facts.contains(.init("Provider", "Millrace Trust (RX1)")))
        #expect(form.facts.contains(.init("Commissioner", "Wexbourne ICB (QXX)")))
    }

    @Test func `an unsent bundle has a draft`() throws {
        let letter = ChallengeLetter(try Sample.raisedBundle(), sending: nil, names: names)
        #expect(letter.title.hasPrefix("Draft: ") && text(letter).contains("by the day that the letter will name"))
    }

    @Test func `it comes out the same whatever was answered and concluded since`() throws {
        let (sent, later) = (try Sample.sentBundle(), try Sample.concludedBundle())
        #expect(
            ChallengeLetter(sent, sending: sent.sending, names: names)
                == ChallengeLetter(later, sending: later.sending, names: names))
    }

    @Test func `invented records say that they are`() throws {
        var invented = names
        invented.isInvented = true
        #expect(text(ChallengeLetter(try Sample.sentBundle(), sending: nil, names: invented)).contains("Invented"))
    }
}
