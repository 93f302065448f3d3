import Vocabulary

/// A contract's position in sentences, the answer first.
public enum ContractSentences {
    public static func of(_ position: Position) -> [String] {
        if position.isHeldOut {
            return [
                "This contract is held out of totals until a person accepts what a rule flagged.",
                delivered(position),
            ]
        }
        if let outcome = position.yearEnd { return [ended(position, outcome), delivered(position)] }
        if position.standing == .closed {
            return [
                "The contract has no row in \(position.dataTo.inWords): it has closed, or its file lacks it.",
                delivered(position),
            ]
        }
        guard let projection = position.projection else { return [delivered(position)] }
        return [expected(position, projection), delivered(position)]
    }

    private static func expected(_ position: Position, _ projection: Position.Projection) -> String {
        let estimate = projection.forecast.estimate
        let outcome = projection.atEstimate
        var sentence = "It is expected to end \(position.year) at \(estimate.value.inWhole) UDAs"
        if let interval = estimate.interval(at: 90) {
            sentence += " (90 %: \(interval.low.inWhole) to \(interval.high.inWhole))"
        }
        if let achieved = outcome.achieved { sentence += ", \(achieved) of its target after what was carried in" }
        sentence += ": \(chance(projection.probabilityBelow)) to miss the threshold"
        guard projection.expectedRecovery > .zero else { return sentence + "." }
        return sentence + ", with \(projection.expectedRecovery.inPounds) to recover on average."
    }

    private static func chance(_ probability: Double) -> String {
        let hundredths = Int((probability * 100).rounded())
        switch hundredths {
        case ...1: return "almost certain not"
        case 99...: return "almost certain"
        default: return "a chance of \(hundredths) in 100"
        }
    }

    private static func ended(_ position: Position, _ outcome: YearEndOutcome) -> String {
        var sentence = "It ended \(position.year)"
        if let achieved = outcome.achieved { sentence += " at \(achieved) of its target" }
        switch outcome.band {
        case .belowThreshold: sentence += ", below the threshold: \(outcome.recovery) is to be recovered"
        case .shortfallCarried: sentence += ": \((-outcome.carriedForward)) UDAs are owed next year"
        case .creditCarried, .excessUnpaid:
            sentence += ": \(outcome.carriedForward) UDAs are carried forward as credit"
            if outcome.unpaidExcess > .zero { sentence += " and \(outcome.unpaidExcess) are not paid" }
        case .overDeliveryPaid: sentence += ": \(outcome.overDeliveryPayment) is paid for agreed over-delivery"
        case .met: sentence += ", exactly its target"
        case .notJudged: sentence += "; the year had rules of its own and is not judged"
        case .noTarget: sentence += "; it has no UDA target"
        }
        return sentence + "."
    }

    private static func delivered(_ position: Position) -> String {
        var sentence =
            "To the end of \(position.dataTo.inWords) it delivered \(position.delivered) of "
            + "\(position.contracted) UDAs"
        if position.contracted > .zero, position.month < 12 {
            sentence += "; \(position.scheduled) were due by working days"
        }
        return sentence + "."
    }
}
