public import Vocabulary

/// What a reader of a needs assessment has to be careful about.
///
/// Warnings stop nothing: an assessment with them can be issued, and says them.
public enum WarnOfAssessment {
    /// One thing to be careful about.
    public struct Warning: Hashable, Sendable {
        public var code: Code
        /// The conclusion that it is about; nil where it is about the whole.
        public var conclusion: Slug? = nil
        public var sentence: String
    }

    public enum Code: String, Hashable, Sendable, CaseIterable {
        case restsOnWithdrawn = "rests-on-withdrawn"
        case experienceAlone = "experience-alone"
        case evidenceSilent = "evidence-silent"
        case voiceNotAsked = "voice-not-asked"
        case voiceEmpty = "voice-empty"
        case voiceWaits = "voice-waits"
        case gapsWait = "gaps-wait"
    }

    /// In the order of the codes; conclusions, themes and voices as they were recorded.
    public static func warnings(of assessment: NeedsAssessment) -> [Warning] {
        var warnings: [Warning] = []
        for conclusion in assessment.standingConclusions {
            if let gone = assessment.withdrawnGround(of: conclusion) {
                warnings.append(
                    Warning(
                        code: .restsOnWithdrawn, conclusion: conclusion.id,
                        sentence: "It rests on the \(gone.kind.rawValue) “\(gone.id)”, which was withdrawn."))
            } else if strongest(of: conclusion, in: assessment) == .experience {
                warnings.append(
                    Warning(
                        code: .experienceAlone, conclusion: conclusion.id,
                        sentence: "It rests on experience alone: no research, local figures or expert advice."))
            }
        }
        warnings += silentThemes(assessment).map { theme in
            Warning(
                code: .evidenceSilent,
                sentence: "Members report on “\(theme)”, and neither systematic evidence nor local data says anything "
                    + "about it.")
        }
        warnings += Voice.Kind.allCases.flatMap { voice($0, in: assessment) }
        let waiting = assessment.waitingGaps.count
        if waiting > 0 {
            warnings.append(
                Warning(
                    code: .gapsWait,
                    sentence: "\(counted(waiting, "reported gap waits", "reported gaps wait")) to be looked at."))
        }
        return warnings
    }

    /// The same as sentences, each with the number of the conclusion that it is about.
    public static func sentences(of assessment: NeedsAssessment) -> [String] {
        let numbers = assessment.standingConclusions.map(\.id)
        return warnings(of: assessment).map { warning in
            let place = warning.conclusion.flatMap { numbers.firstIndex(of: $0) }
            return (place.map { "Conclusion \($0 + 1): " } ?? "") + warning.sentence
        }
    }

    /// The strongest rung among the grounds of a conclusion; nil where it has none.
    public static func strongest(of conclusion: Conclusion, in assessment: NeedsAssessment) -> EvidenceRung? {
        var rungs: [EvidenceRung] = conclusion.figures.isEmpty ? [] : [.localData]
        rungs += conclusion.findings.compactMap { assessment.finding($0)?.rung }
        rungs += conclusion.voices.compactMap { assessment.voice($0)?.kind.rung }
        if !conclusion.gaps.isEmpty { rungs.append(.experience) }
        return EvidenceRung.allCases.first { rungs.contains($0) }
    }

    /// Themes on which gaps or experience speak and which no systematic evidence, local data or figure is about.
    public static func silentThemes(_ assessment: NeedsAssessment) -> [String] {
        let findings = assessment.standingFindings
        let strong = findings.filter { $0.rung == .systematic || $0.rung == .localData }.compactMap(\.theme)
        let covered = Set((strong + assessment.standingFigures.compactMap(\.theme)).map(\.titleKey))
        let told =
            assessment.gaps.filter(\.counts).compactMap(\.theme)
            + findings.filter { $0.rung == .experience }.compactMap(\.theme)
        var met = covered
        return told.filter { met.insert($0.titleKey).inserted }
    }

    private static func voice(_ kind: Voice.Kind, in assessment: NeedsAssessment) -> [Warning] {
        let asked = assessment.voices.filter { $0.kind == kind }
        guard !asked.isEmpty else {
            return [Warning(code: .voiceNotAsked, sentence: "No \(kind.words) was asked for.")]
        }
        guard !asked.contains(where: \.isHeard) else { return [] }
        return asked.map { voice in
            guard let answer = voice.answer else {
                return Warning(
                    code: .voiceWaits,
                    sentence: "“\(voice.asked)” was asked for the \(kind.words) on \(voice.askedOn.inWords), and "
                        + "nothing has come back yet.")
            }
            return Warning(
                code: .voiceEmpty,
                sentence: "The \(kind.words) is empty: “\(voice.asked)” was asked on \(voice.askedOn.inWords), and "
                    + "nothing came back by \(answer.on.inWords).")
        }
    }
}
