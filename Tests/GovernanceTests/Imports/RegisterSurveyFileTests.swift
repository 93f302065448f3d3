import Governance
import Tabular
import Testing
import Vocabulary

struct RegisterSurveyFileTests {
    private let header =
        "org_code,trust,received,responded_on_time,adequate_data_format,publicly_available,recipient_(named),donor,cash_amount\n"

    private func replies(_ rows: String) throws -> Reading<RegisterSurveyReply> {
        try RegisterSurveyFile.readReplies(Sheet(csv: Array((header + rows).utf8), named: "raw.csv"))
    }

    @Test func `a row is an answer; what was not sent names nothing`() throws {
        let reading = try replies("RTQ,A trust,Y,Y,N,N,N,Y,Y\nREM,Another,N,N,N,N,,,\n")
        #expect(
            reading.values.map(\.value.answer) == [
                RegisterAnswer(
                    respondedOnTime: true, sentRegister: true, namesRecipients: false, namesDonors: true,
                    givesValues: true), RegisterAnswer(),
            ])
    }

    @Test func `rows that cannot be read are refused one by one, and none is lost`() throws {
        let reading = try replies(
            "RTQ,A,Y,Y,N,N,N,Y,Y\nRTQ,B,Y,Y,N,N,N,Y,Y\nR*,C,Y,Y,N,N,N,Y,Y\nREM,D,maybe,N,N,N,,,\n,E,Y,Y,N,N,,,\n")
        #expect(reading.problems.map(\.code) == ["code-twice", "unreadable-code", "unreadable-answer", "blank"])
        #expect(reading.problems.map(\.row) == [3, 4, 5, 6])
        #expect(reading.rowsRead == reading.values.count + reading.problems.count)
    }

    @Test func `points are 0 or 1`() throws {
        let text = """
            org_code,trust_name,responded_on_time,sent_a_register,complete_data_structure,publically_accessible,\
            reusable_format,total_score
            RCF,A,1,1,1,0,1,4
            RGT,B,1,1,2,0,1,5
            REM,C,1,1,1,0,1,four

            """
        let reading = try RegisterSurveyFile.readScores(Sheet(csv: Array(text.utf8), named: "scores.csv"))
        #expect(reading.values.map(\.value.points) == [[true, true, true, false, true]])
        #expect(reading.problems.map(\.code) == ["not-a-point", "unreadable-count"])
    }

    @Test func `a file of another shape is refused, and named where it is known`() throws {
        let sheet = try Sheet(csv: Array((header + "RTQ,A,Y,Y,N,N,N,Y,Y\n").utf8), named: "raw.csv")
        let refused = #expect(throws: Refusal.self) { try RegisterSurveyFile.readScores(sheet) }
        #expect(refused?.code == "not-this-layout")
        #expect(refused?.remedy == "It seems to be the replies of the register study.")
    }
}
