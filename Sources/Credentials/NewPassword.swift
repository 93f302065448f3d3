import Foundation
package import Vocabulary

/// Which passwords may be set: long ones, with no rule about which signs stand in them (NIST SP 800-63B, 5.1.1).
package enum NewPassword {
    /// The fewest characters.
    package static let shortest = 12
    /// The most characters; all of them count.
    package static let longest = 200
    /// How many different characters there must be at least.
    private static let fewestDifferent = 5

    /// - Parameter known: what others know of the person, such as the e-mail address; none of it may be the password.
    /// - Throws: `Refusal` of kind `input`: `password-short`, `password-long`, `password-plain`, `password-known`.
    package static func check(_ password: String, besides known: [String] = []) throws(Refusal) {
        guard password.count >= shortest else {
            throw Refusal(
                .input, code: "password-short", "The password has fewer than \(shortest) characters.",
                remedy: "Choose a longer one: several words in a row are easy to keep in mind.")
        }
        guard password.count <= longest, password.utf8.count <= 1_024 else {
            throw Refusal(
                .input, code: "password-long", "The password has more than \(longest) characters.",
                remedy: "Choose a shorter one.")
        }
        guard !password.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
            Set(password.lowercased()).count >= fewestDifferent
        else {
            throw Refusal(
                .input, code: "password-plain", "The password is made of too few different characters.",
                remedy: "Choose one that nobody would try first.")
        }
        let small = password.lowercased()
        let names = known.flatMap { [$0, String($0.prefix { $0 != "@" })] }.map { $0.lowercased() }
        // What is left when a name is taken out must be a password still.
        guard names.allSatisfy({ $0.count < 4 || small.replacing($0, with: "").count >= shortest / 2 }) else {
            throw Refusal(
                .input, code: "password-known", "The password is made of the person’s name or e-mail address.",
                remedy: "Choose one that nobody who knows them would try first.")
        }
    }
}
