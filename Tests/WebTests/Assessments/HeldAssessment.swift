import Assessments
import Exemplar
import Store
import Vocabulary

@testable import Web

/// A store with one needs assessment, of which a version is issued, and a gap that waits.
enum HeldAssessment {
    static let id = Slug("teeth")!

    static func served() throws -> Served {
        let served = Served(store: try Store.inMemory())
        try served.store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: Served.author,
            at: Served.moment)
        let desk = AssessmentDesk(served.store)
        let day = Served.moment.inLondon.day
        try desk.perform(on: id, by: Served.author, at: Served.moment) { texts, _ in
            let table: JSONValue = ["values": [["area": "Coast", "decay": 31]]]
            let document = try texts.hold(Array(table.canonical.utf8))
            let figure = ShownFigure(
                id: Slug("decay")!, kind: .indicator, title: "Decay", source: "Survey", document: document)
            let gap = ReportedGap(
                id: Slug("g1")!, what: "No dentist", place: "Densham", theme: "access", from: "Densham Surgery")
            return [
                OpenAssessment(
                    assessment: id, title: "Children’s teeth", question: "Where is decay worst?",
                    commissioner: Exemplar.commissioners[0].code, area: "Wexbourne", lead: "Consultant"),
                ShowFigure(assessment: id, figure: figure), ReportGap(assessment: id, gap: gap),
                WriteConclusion(
                    assessment: id,
                    conclusion: Conclusion(id: Slug("coast")!, text: "Worst on the coast", figures: [figure.id])),
            ]
        }
        _ = try desk.issue(id, on: day, by: Served.author, at: Served.moment)
        return served
    }
}
