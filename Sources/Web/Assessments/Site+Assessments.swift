import Access

/// Needs assessments: read by who may see them, reported to by who may report gaps, kept by who keeps them.
extension Site {
    static func needsAssessments(_ routes: inout RouteList) {
        let (reads, keeps) = (Entry.holding(.readAssessments), Entry.holding(.keepAssessments))
        let (all, one) = ("/needs/assessments", "/needs/assessments/:assessment")
        routes.page(all, entry: reads) { try AssessmentAnswers.all($0) }
        routes.asking("\(all)/new", entry: keeps) { try AssessmentFormAnswers.opening($0, $1) }
        routes.page(one, entry: reads) { try AssessmentAnswers.one($0) }
        let (draft, version) = ("\(one)/document", "\(one)/versions/:number")
        for (text, word, json) in [
            (draft, "\(draft).docx", "\(draft).json"), (version, "\(version)/word", "\(version)/json"),
        ] {
            routes.page(text, entry: reads, isTable: false) { try AssessmentAnswers.document($0) }
            routes.document(word, entry: reads) { try AssessmentAnswers.word($0) }
            routes.file(json, entry: reads) { try AssessmentAnswers.json($0) }
        }
        routes.asking("\(one)/figures/new", entry: keeps) { try AssessmentFormAnswers.showing($0, $1) }
        routes.asking("\(one)/findings/new", entry: keeps) { try AssessmentFormAnswers.finding($0, $1) }
        routes.asking("\(one)/voices/new", entry: keeps) { try AssessmentFormAnswers.voice($0, $1) }
        routes.asking("\(one)/voices/:voice/answer", entry: keeps) { try AssessmentFormAnswers.answeringVoice($0, $1) }
        routes.asking("\(one)/conclusions/new", entry: keeps) { try AssessmentFormAnswers.concluding($0, $1) }
        routes.asking("\(one)/withdraw/:kind/:part", entry: keeps) { try AssessmentFormAnswers.withdrawing($0, $1) }
        routes.asking("\(one)/issue", entry: keeps) { try AssessmentFormAnswers.issuing($0, $1) }
        routes.asking("\(one)/gaps/new", entry: .holding(.reportGaps)) { try GapFormAnswers.reporting($0, $1) }
        routes.page("\(one)/gaps/:gap", entry: reads, isTable: false) { try AssessmentAnswers.gap($0) }
        routes.asking("\(one)/gaps/:gap/merge", entry: keeps) { try GapFormAnswers.merging($0, $1) }
        routes.asking("\(one)/gaps/:gap/triage", entry: keeps) { try GapFormAnswers.triaging($0, $1) }
        routes.asking("\(one)/gaps/:gap/answer", entry: keeps) { try GapFormAnswers.answering($0, $1) }
    }
}
