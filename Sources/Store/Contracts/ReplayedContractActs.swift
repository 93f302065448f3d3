package import Contracts
package import Vocabulary

extension AcceptFlaggedRows: ReplayedAct {
    package init?(journalled: JSONValue) {
        guard let contract = journalled["contract"]?.asContract, let year = journalled["year"]?.asYear,
            let codes = journalled["codes"]?.asList, let reason = journalled["reason"]?.asText
        else { return nil }
        let commissioner = journalled["commissioner"]?.asText.flatMap { OrganisationCode($0) }
        self.init(
            contract: contract, year: year, codes: codes.compactMap(\.asText), commissioner: commissioner,
            reason: reason)
    }
}

extension RuleOnContract: ReplayedAct {
    package init?(journalled: JSONValue) {
        guard let contract = journalled["contract"]?.asContract, let reason = journalled["reason"]?.asText,
            let said = journalled["term"]
        else { return nil }
        let term: ContractRuling.Term
        switch (said["kind"]?.asText, said["lastDay"]?.asDay) {
        case ("openEnded"?, nil): term = .openEnded
        case ("ends"?, let day?): term = .ends(day)
        case ("notSaid"?, nil): term = .notSaid
        default: return nil
        }
        self.init(
            ContractRuling(
                contract: contract, type: journalled["type"]?.asText.map { ContractType($0) }, term: term,
                reason: reason, evidence: journalled["evidence"]?.asEvidence))
    }
}

extension RecordRelease: ReplayedAct {
    package init?(journalled: JSONValue) {
        guard let contract = journalled["contract"]?.asContract,
            let line = journalled["line"]?.asText.flatMap({ ServiceLine(rawValue: $0) }),
            let kind = journalled["kind"]?.asText.flatMap({ Release.Kind(rawValue: $0) }),
            let pence = journalled["amountPence"]?.asInteger, let noticeDay = journalled["noticeDay"]?.asDay,
            let fromDay = journalled["fromDay"]?.asDay, let reason = journalled["reason"]?.asText
        else { return nil }
        self.init(
            Release(
                contract: contract, line: line, kind: kind, amount: Money(pence: pence),
                units: journalled["units"]?.scaled(places: 2).map { Units(hundredths: $0) }, noticeDay: noticeDay,
                fromDay: fromDay, reason: reason))
    }
}

extension AgreeOverDelivery: ReplayedAct {
    package init?(journalled: JSONValue) {
        guard let contract = journalled["contract"]?.asContract, let year = journalled["year"]?.asYear,
            let thousandths = journalled["limitPercent"]?.scaled(places: 3),
            let limit = Share(thousandths, of: 100_000), let reason = journalled["reason"]?.asText,
            let settlement = journalled["settlement"]?.asText.flatMap({ AgreedOverDelivery.Settlement(rawValue: $0) })
        else { return nil }
        self.init(
            AgreedOverDelivery(contract: contract, year: year, limit: limit, settlement: settlement), reason: reason)
    }
}
