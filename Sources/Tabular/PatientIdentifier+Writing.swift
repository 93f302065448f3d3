public import Vocabulary

/// What people write in words, looked through before any of it is kept.
extension PatientIdentifier {
    /// What is named by a code: a contract's number has ten digits, as an NHS number has.
    private static let codes: Set<String> = [
        "contract", "counterparty", "needsContracts", "organisation", "sourceCode",
    ]

    /// A contract's number behind that word is let through, and so is a digest.
    ///
    /// - Throws: `Refusal` of kind `input`, code `patient-identifying`, naming the place and never the value.
    public static func refuse(in text: String, at place: String = "The text") throws(Refusal) {
        guard EvidenceID(text) == nil else { return }
        let contract = /[Cc]ontracts?(?: numbers?| nos?\.?)?:? [0-9]{10}\b/
        guard holdsNHSNumber(text.replacing(contract, with: "")) else { return }
        throw Refusal(
            .input, code: "patient-identifying", "\(place) holds what reads as \(nhsNumber.inWords); nothing was kept.",
            remedy: "Take it out. The number of a contract stands behind the word contract.")
    }

    /// Every text of a document.
    ///
    /// - Parameter file: its name, with which places begin: `register.yaml: people[0].name`; nil for a text without.
    public static func refuse(in document: JSONValue, of file: String?) throws(Refusal) {
        try refuse(in: document, of: file, inside: "")
    }

    private static func refuse(in value: JSONValue, of file: String?, inside path: String) throws(Refusal) {
        switch value {
        case .text(let text):
            guard let file else { return try refuse(in: text) }
            try refuse(in: text, at: path.isEmpty ? file : path.hasPrefix("[") ? "\(file)\(path)" : "\(file): \(path)")
        case .list(let values):
            for (number, value) in values.enumerated() {
                try refuse(in: value, of: file, inside: "\(path)[\(number)]")
            }
        case .object(let members):
            for member in members where !codes.contains(member.key) {
                try refuse(in: member.value, of: file, inside: path.isEmpty ? member.key : "\(path).\(member.key)")
            }
        default: return
        }
    }
}
