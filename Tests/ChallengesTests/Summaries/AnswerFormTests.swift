import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct AnswerFormTests {
    @Test func `each challenge that is sent has a line, and only the answer's columns are open`() throws {
        let bundle = try Sample.sentBundle()
        let form = AnswerForm.form(of: bundle, sending: bundle.sending, files: [Sample.file: "plcm.csv"])
        let sheet = try #require(form.sheets.first)
        #expect(sheet.name == AnswerForm.sheet && sheet.rows.count == 6)
        #expect(
            sheet.columns.filter(\.isOpen).map(\.title) == [
                "Answer", "Amount accepted", "Your reason", "Where we can see the evidence",
            ])
        #expect(sheet.rows[0][0] == .text("rx1-2025-26-m06/1") && sheet.rows[0][5] == .text("plcm.csv (010101010101)"))
        #expect(
            sheet.rows[0][3] == .text("Responsible: QHM (the sub-ICB location of the practice)")
                && sheet.rows[1][3] == .blank)
        #expect(AnswerForm.inWords("Days due: 3 (of 7)") == "Days due: 3 (of 7)")
        #expect(sheet.rows[5][10] == .text("data only"))
        #expect(form.facts.contains(.init(AnswerForm.digestFact, bundle.document.description)))
        #expect(form.facts.contains(.init("Answer by", "Monday 17 November 2025")))
    }

    @Test func `what was withdrawn before it was sent does not stand on it`() throws {
        let withdrawn = try Sample.done(
            Sample.concluding([.init(number: 2, outcome: .withdrawn, reason: "Mistaken.")], on: "2025-11-03"),
            Sample.raisedBundle())
        let form = AnswerForm.form(of: withdrawn, sending: nil)
        #expect(form.sheets[0].rows.map { $0[0] }.contains(.text("rx1-2025-26-m06/2")) == false)
        #expect(form.facts.contains(.init("Answer by", "not sent yet")))
    }

    @Test func `the same form comes out whatever was answered and concluded since`() throws {
        let (sent, later) = (try Sample.sentBundle(), try Sample.concludedBundle())
        #expect(AnswerForm.form(of: sent, sending: sent.sending) == AnswerForm.form(of: later, sending: later.sending))
    }
}
