import Store
import Tabular
import Vocabulary

/// What people write in words, looked through before any of it is kept.
enum WrittenText {
    /// What is named by a code: a contract's number has ten digits, as an NHS number has.
    private static let codes: Set<String> = ["contract", "counterparty", "organisation", "sourceCode"]

    /// - Throws: `Refusal` of kind `input`, code `patient-identifying`, naming the place and never the value.
    static func refusePatients(_ value: JSONValue, in place: String) throws(Refusal) {
        switch value {
        case .text(let text): try refusePatients(text, in: place)
        case .list(let values):
            for (number, value) in values.enumerated() { try refusePatients(value, in: "\(place)[\(number)]") }
        case .object(let members):
            for member in members where !codes.contains(member.key) {
                let inner = place.contains(":") ? "\(place).\(member.key)" : "\(place): \(member.key)"
                try refusePatients(member.value, in: inner)
            }
        default: return
        }
    }

    /// A contract's number behind that word is let through, and so is a digest.
    static func refusePatients(_ text: String, in place: String) throws(Refusal) {
        guard EvidenceID(text) == nil else { return }
        let contract = /[Cc]ontracts?(?: numbers?| nos?\.?)?:? [0-9]{10}\b/
        guard PatientIdentifier.holdsNHSNumber(text.replacing(contract, with: "")) else { return }
        throw Refusal(
            .input, code: "patient-identifying",
            "\(place) holds what reads as \(PatientIdentifier.nhsNumber.inWords); nothing was kept.",
            remedy: "Take it out. The number of a contract stands behind the word contract.")
    }

    /// Keeps a text that was typed.
    static func keep(_ text: String, named name: String, by texts: GovernanceTexts) throws(Refusal) -> Personal {
        try refuseBlank(text, name)
        try refusePatients(text, in: name)
        return try texts.keep(text)
    }
}
