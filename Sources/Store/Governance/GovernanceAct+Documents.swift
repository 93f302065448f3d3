package import Governance
package import Vocabulary

extension GovernanceAct {
    /// The documents that the act names by digest, each once: papers, evidence, terms of reference.
    ///
    /// Which of them are kept here is the store's to say; a paper that is published elsewhere has a digest only.
    package var documents: [EvidenceID] {
        Set(journalled.namedDocuments).sorted()
    }
}

extension JSONValue {
    /// What stands under `document` and `evidence`, at any depth.
    var namedDocuments: [EvidenceID] {
        switch self {
        case .list(let values): values.flatMap(\.namedDocuments)
        case .object(let members):
            members.flatMap { member in
                switch member.key {
                case "document": [member.value.asEvidence].compactMap(\.self)
                case "evidence": (member.value.asList ?? [member.value]).compactMap(\.asEvidence)
                default: member.value.namedDocuments
                }
            }
        default: []
        }
    }
}
