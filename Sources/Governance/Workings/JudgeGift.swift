public import Rulebook
public import Vocabulary

/// Judges a gift or hospitality by the rules of the day on which it was offered.
///
/// Cash and vouchers are declined; a supplier's gift too, but for promotional articles of low value. Gifts
/// from one other source count together over some months, ending with the day of the offer: the corresponding
/// day so many months later is no longer within them. Exactly the limit is answered as the Rulebook says,
/// which for the text now in force is to ask. For sponsored events and donations no limit is known, and the
/// answer is to ask.
public struct JudgeGift: Sendable {
    public let rulebook: Rulebook

    public init(rulebook: Rulebook) {
        self.rulebook = rulebook
    }

    /// - Throws: `Refusal`: of kind `input`: `no-value` (nothing or less), `earlier-later` (one given as
    ///   earlier was offered later); of kind `rule`, code `no-rule`, on a day for which the rules are not
    ///   known.
    public func callAsFunction(_ question: GiftQuestion) throws(Refusal) -> GiftJudgement {
        guard question.value > .zero, question.earlier.allSatisfy({ $0.value > .zero }) else {
            throw Refusal(
                .input, code: "no-value", "A gift of no value, or less, cannot be judged.",
                remedy: "Give what it would cost; an estimate will do.")
        }
        if let later = question.earlier.first(where: { $0.offeredOn > question.offeredOn }) {
            throw Refusal(
                .input, code: "earlier-later",
                "“\(later.id)” is given as earlier, and was offered on \(later.offeredOn.inWords).",
                remedy: "Leave it out, or correct the day.")
        }
        return switch question.kind {
        case .cash, .voucher: try judgeCash(question)
        case .gift: question.isSupplier ? try judgeSupplier(question) : try judgeOther(question)
        case .hospitality: try judgeHospitality(question)
        case .travel: try judgeTravel(question)
        case .sponsoredEvent, .donation:
            answer(
                .ask, question, "No limit for sponsored events and donations is in the Rulebook.", [],
                readings: [
                    "Accept and declare it, where the organisation's own policy allows it.",
                    "Decline it, where it could be seen to influence a decision.",
                ])
        }
    }

    /// The judgement of a gift in somebody's file, with what they accepted from the same source before it.
    public func callAsFunction(_ gift: Gift, in person: PersonFile) throws(Refusal) -> GiftJudgement {
        let place = person.gifts.firstIndex { $0.id == gift.id } ?? person.gifts.count
        let earlier = person.gifts.enumerated().filter { other in
            other.element.sourceKey == gift.sourceKey && other.element.kind == .gift && other.element.isAccepted
                && (other.element.offeredOn, other.offset) < (gift.offeredOn, place)
        }
        return try self(
            GiftQuestion(
                kind: gift.kind, value: gift.value, offeredOn: gift.offeredOn, isSupplier: gift.isSupplier,
                isPromotional: gift.isPromotional, isBeyondModest: gift.isBeyondModest,
                earlier: earlier.map {
                    .init(
                        id: $0.element.id, offeredOn: $0.element.offeredOn, value: $0.element.value, isDeclared: true)
                }))
    }

    private func judgeCash(_ question: GiftQuestion) throws(Refusal) -> GiftJudgement {
        let id = GovernanceRuleID.cashIsDeclined
        guard try rulebook.flag(id, on: question.offeredOn) else {
            return answer(
                .ask, question, "No rule of the day forbids cash and vouchers.", [id],
                readings: ["Treat it as a gift of its value.", "Decline it, as later rules do."])
        }
        return answer(.decline, question, "Cash and vouchers are declined whatever their value.", [id])
    }

    private func judgeSupplier(_ question: GiftQuestion) throws(Refusal) -> GiftJudgement {
        let id = GovernanceRuleID.promotionalUpTo
        let most = try rulebook.money(id, on: question.offeredOn)
        if question.isPromotional, question.value <= most {
            return answer(
                .accept, question, "A promotional article from a supplier up to \(most) may be accepted.", [id])
        }
        let exception = most > .zero ? " but for promotional articles up to \(most)" : " whatever their value"
        return answer(.decline, question, "Gifts from suppliers are declined\(exception).", [id])
    }

    private func judgeOther(_ question: GiftQuestion) throws(Refusal) -> GiftJudgement {
        let day = question.offeredOn
        let limit = try rulebook.money(GovernanceRuleID.othersLimit, on: day)
        let months = try rulebook.months(GovernanceRuleID.accumulateOver, on: day)
        let counted = question.earlier.filter { $0.offeredOn.adding(months: months) > day }
        guard fits((counted.map(\.value) + [question.value]).map(\.pence)) else {
            throw Refusal(.input, code: "value-too-large", "The values together are beyond what can be counted.")
        }
        let total = counted.map(\.value).total() + question.value
        var rules = [GovernanceRuleID.othersLimit]
        if !counted.isEmpty { rules.append(GovernanceRuleID.accumulateOver) }
        let with = counted.isEmpty ? "It is" : "With \(named(counted.map(\.id))) from the same source it is"
        var atLimit = "over"
        if total == limit {
            rules.append(GovernanceRuleID.othersAtLimit)
            atLimit = try rulebook.text(GovernanceRuleID.othersAtLimit, on: day)
        }
        if total < limit || atLimit == "under" {
            return answer(
                .accept, question, "\(with) \(total), \(total < limit ? "under" : "no more than") \(limit).", rules,
                total: total, counted: counted)
        }
        if atLimit == "ask" {
            return answer(
                .ask, question,
                "\(with) exactly \(limit); the rule speaks of less and of more, and not of the limit itself.", rules,
                total: total, counted: counted,
                readings: [
                    "As under \(limit): it may be accepted without declaring.",
                    "As over \(limit): it may be accepted for the organisation only, and is declared.",
                ])
        }
        rules.append(GovernanceRuleID.othersOverLimit)
        let isForOrganisation = try rulebook.text(GovernanceRuleID.othersOverLimit, on: day) == "organisation"
        return answer(
            isForOrganisation ? .acceptForOrganisation : .decline, question,
            "\(with) \(total), \(total == limit ? "no less than" : "over") \(limit).", rules, total: total,
            counted: counted, pushesOver: true)
    }

    private func judgeHospitality(_ question: GiftQuestion) throws(Refusal) -> GiftJudgement {
        let declareFrom = try rulebook.money(GovernanceRuleID.hospitalityDeclareFrom, on: question.offeredOn)
        let most = try rulebook.money(GovernanceRuleID.hospitalityApprovalOver, on: question.offeredOn)
        let rules = [GovernanceRuleID.hospitalityDeclareFrom, GovernanceRuleID.hospitalityApprovalOver]
        if question.value > most {
            return answer(.declineUnlessApproved, question, "It is worth more than \(most).", [rules[1]])
        }
        if question.value < declareFrom {
            return answer(.accept, question, "It is worth less than \(declareFrom).", [rules[0]])
        }
        let bounds = declareFrom == most ? "It is worth \(most)" : "It is worth between \(declareFrom) and \(most)"
        return answer(.acceptAndDeclare, question, "\(bounds).", rules)
    }

    private func judgeTravel(_ question: GiftQuestion) throws(Refusal) -> GiftJudgement {
        let id = GovernanceRuleID.travelIsDeclared
        _ = try rulebook.flag(id, on: question.offeredOn)
        return question.isBeyondModest
            ? answer(.declineUnlessApproved, question, "The travel goes beyond what is modest.", [id])
            : answer(.acceptAndDeclare, question, "Modest travel may be accepted, and is declared.", [id])
    }

    private func answer(
        _ answer: GiftJudgement.Answer, _ question: GiftQuestion, _ reason: String, _ rules: [String],
        total: Money? = nil, counted: [GiftQuestion.Earlier] = [], pushesOver: Bool = false, readings: [String] = []
    ) -> GiftJudgement {
        let toDeclare = pushesOver ? counted.filter { !$0.isDeclared }.map(\.id) : []
        let extra =
            toDeclare.isEmpty ? [] : ["\(named(toDeclare)) \(toDeclare.count == 1 ? "is" : "are") to be declared now."]
        return GiftJudgement(
            answer: answer, total: total ?? question.value, countedWith: counted.map(\.id), toDeclareNow: toDeclare,
            reasons: [reason] + extra, readings: readings, rules: rules)
    }
}
