import Access
import Activity
import Assessments
import Challenges
import Contracts
import Governance
import Performance
import Priorities
package import Vocabulary

/// An act that its line of the journal says whole, so that it can be done again from it.
package protocol ReplayedAct: StoredAct {
    /// - Parameter journalled: what `journalled` gave.
    /// - Returns: nil where the line says something else.
    init?(journalled: JSONValue)
}

/// An act that is journalled whole as it encodes itself.
extension ReplayedAct where Self: Decodable {
    package init?(journalled: JSONValue) {
        guard let act = try? journalled.decoded(as: Self.self, named: Self.name) else { return nil }
        self = act
    }
}

/// The acts that can be done again from their lines alone; imports and workings need their sources too.
package enum ReplayedActs {
    package static let all: [any ReplayedAct.Type] =
        [
            SetUpInstallation.self, AcceptFlaggedRows.self, RuleOnContract.self, RecordRelease.self,
            AgreeOverDelivery.self, DisposeOfPersonalText.self, RegisterSubmission.self,
            RegisterReference.self,
            SendChallenges.self, RecordCredit.self, DisputeBundle.self, SettleDispute.self, CloseBundle.self,
            RecordContractingCosts.self, WithdrawContractingCosts.self,
        ] + RoundActs.all.compactMap { $0 as? any ReplayedAct.Type }
        + GovernanceActs.all.compactMap { $0 as? any ReplayedAct.Type }
        + AccessActs.all.compactMap { $0 as? any ReplayedAct.Type }
        + AssessmentActs.all.compactMap { $0 as? any ReplayedAct.Type }
        + MatterActs.all.compactMap { $0 as? any ReplayedAct.Type }
}
