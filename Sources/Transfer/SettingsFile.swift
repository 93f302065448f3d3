package import Vocabulary

/// A file of settings for a server elsewhere: how it is told that one of them cannot be.
package struct SettingsFile: Sendable {
    package let name: String
    /// The code of its refusals.
    package let code: String

    package init(_ name: String, code: String) {
        (self.name, self.code) = (name, code)
    }

    /// Where the manual shows how such files are written.
    package static let manual = "docs/sign-in.md"

    package func fault(_ key: String, _ words: String) -> Refusal {
        Refusal(
            .input, code: code, "\(name): \(key): \(words).",
            remedy: "Correct it there. The manual’s page \(SettingsFile.manual) shows its form.")
    }

    /// That what was read from a file of its own can be a secret.
    ///
    /// - Parameters:
    ///   - what: `password`.
    ///   - key: which names the file.
    package func require(_ text: String, toBe what: String, at key: String) throws(Refusal) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw fault(key, "the file holds no \(what) in printable characters on one line")
        }
    }
}
