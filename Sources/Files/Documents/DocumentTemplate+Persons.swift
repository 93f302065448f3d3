package import Vocabulary

extension DocumentTemplate {
    /// Names of persons that a Word document bears without showing them: who wrote it, who changed it, whose remarks
    /// and tracked changes stand in it.
    ///
    /// - Parameter name: the file's, for refusals.
    /// - Returns: each once, in order.
    /// - Throws: a `Refusal` where the bytes are no zip.
    package static func persons(in bytes: [UInt8], named name: String) throws(Refusal) -> [String] {
        var persons: [String] = []
        for member in try ZipFile.members(of: bytes, named: name) where member.path.hasSuffix(".xml") {
            let text = String(decoding: member.bytes, as: UTF8.self)
            let found =
                text.matches(of: /<(?:dc:creator|cp:lastModifiedBy|Manager)>([^<]+)</).map { String($0.output.1) }
                + text.matches(of: /w(?:15)?:author="([^"]+)"/).map { String($0.output.1) }
            for person in found where !persons.contains(person) && person.contains(where: { !$0.isWhitespace }) {
                persons.append(person)
            }
        }
        return persons
    }
}
