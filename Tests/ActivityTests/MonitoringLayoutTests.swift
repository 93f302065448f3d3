import Tabular
import Testing
import Vocabulary

@testable import Activity

struct MonitoringLayoutTests {
    @Test func `every kind of file has its published columns, each with its source`() {
        #expect(MonitoringLayout.shipped.count == 4)
        #expect(MonitoringLayout.shipped[.aggregate]!.columns.count >= 30)
        #expect(MonitoringLayout.shipped[.patientLevel]!.columns.count >= 40)
        for layout in MonitoringLayout.shipped.values {
            #expect(layout.columns.allSatisfy { !$0.source.isEmpty })
            #expect(layout["cost"]?.kind == .money && layout["provider"]?.need == .mandatory)
        }
    }

    @Test func `a name is never kept, nor a postcode or a date of birth`() {
        let kept = MonitoringLayout.shipped.values.flatMap(\.kept)
        #expect(kept.allSatisfy { $0.identifies == nil || $0.identifies == .nhsNumber })
    }

    @Test func `definitions with a field twice or without a cost are refused`() {
        let header = "file,column,field,kind,need,identifies,aliases,source,verified\n"
        let row = "acm,A,provider,code,M,,,x,yes\n"
        for text in [header + row + row, header + row, header + "acm,A,provider,thing,M,,,x,yes\n"] {
            let refusal = #expect(throws: Refusal.self) {
                try MonitoringLayout.read(Array(text.utf8), named: "columns.csv")
            }
            #expect(refusal?.code == "bad-definitions")
        }
    }
}

struct ActivityProblemTests {
    @Test(arguments: ActivityProblem.Code.allCases)
    func `every problem is a sentence`(code: ActivityProblem.Code) {
        let problem = ActivityProblem(row: 4, place: 1, code: code, value: "“x”", effect: .noted)
        let shown = problem.problem(titles: ["A", "B"], rowOffset: 10)
        #expect(shown.row == 14 && shown.column == "B" && shown.explanation.hasSuffix("."))
    }
}
