import Priorities
import Tabular
import Vocabulary

extension Priorities.Option.Kind {
    /// As a heading says it: `Stop a service`.
    var title: String {
        switch self {
        case .invest: "Invest"
        case .stop: "Stop a service"
        case .changeProvider: "Change the provider"
        case .reduce: "Reduce a service"
        }
    }
}

extension BenefitKind {
    var words: String {
        switch self {
        case .perPerson: "scores are for one person, times the people who benefit and the chance that it works"
        case .whole: "scores are for the whole option"
        }
    }
}

extension FundingSource.Kind {
    var words: String {
        switch self {
        case .recurrent: "recurrent"
        case .nonRecurrent: "non-recurrent"
        case .slippage: "slippage of this year"
        }
    }
}

extension Assessment.Kind {
    var words: String {
        switch self {
        case .equalityImpact: "equality impact assessment"
        case .qualityImpact: "quality impact assessment"
        case .publicInvolvement: "public involvement"
        }
    }
}

extension PackUse.Use {
    var words: String {
        switch self {
        case .adopted: "adopted as it is"
        case .varied: "varied"
        case .left: "not used"
        }
    }
}

extension Stage {
    var words: String {
        switch self {
        case .anchors: "criteria and their scales"
        case .weights: "weights"
        case .scores: "scores"
        }
    }
}

extension PortfolioRule.Kind {
    var words: String {
        switch self {
        case .ringFenceMost: "spend at most"
        case .ringFenceLeast: "spend at least"
        case .workforceMost: "staff at most"
        case .capitalMost: "capital at most"
        case .optionsLeast: "at least so many options"
        case .optionsMost: "at most so many options"
        case .exclusive: "only one of them"
        case .prerequisite: "the first only with the others"
        case .forcedIn: "must be in"
        case .forcedOut: "must be out"
        }
    }
}

extension Moment {
    /// For reading, to the minute: `12 May 2026, 14:05 UTC`.
    var inWords: String {
        let minutes = (secondsSince1970 - day.number * 86_400) / 60
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day.inWords), \(two(minutes / 60)):\(two(minutes % 60)) UTC"
    }
}

extension Double {
    /// A share from 0 to 1 as per cent without decimals; above nought and below the whole it is never rounded to
    /// either: `under 1 %`, `over 99 %`.
    var percentWords: String {
        if self > 0, self < 0.005 { return "under 1 %" }
        if self < 1, self >= 0.995 { return "over 99 %" }
        return "\(Int((self * 100).rounded())) %"
    }

    /// A share of trials for a table, to a tenth of one per cent; what would round to nothing is said in words.
    var ofTrials: Cell {
        if self == 0 { return .absent("in no trial") }
        return self > 0 && self < 0.0005 ? .text("under 0.1 %") : .share(asShare)
    }

    /// For a table: to a tenth of one per cent.
    var asShare: Share { Share(Int((self * 1_000).rounded()), of: 1_000) ?? Share(percent: 0) }

    /// A score or benefit for reading: no decimal from 100 up, one below; what nobody can have meant is said in words.
    var forReading: String {
        let magnitude = abs(self)
        guard magnitude < 1e15 else { return "a very large number" }
        let sign = self < 0 && magnitude >= 0.05 ? "−" : ""
        if magnitude >= 99.95 { return sign + grouped(Int(magnitude.rounded())) }
        let tenths = Int((magnitude * 10).rounded())
        return tenths % 10 == 0 ? "\(sign)\(tenths / 10)" : "\(sign)\(tenths / 10).\(tenths % 10)"
    }
}
