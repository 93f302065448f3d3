import Crypto
import Foundation
package import Vocabulary

/// What an app and Remit share so that both can make the same code of six digits every thirty seconds.
///
/// RFC 6238 (TOTP) over RFC 4226 (HOTP) with HMAC-SHA-1, which is what authenticator apps make without being told.
package struct TimeCodeSecret: Hashable, Sendable {
    /// 20 bytes, as RFC 4226 recommends.
    package let bytes: [UInt8]

    /// How long one code stands, in seconds.
    package static let period = 30
    private static let digits = 6
    /// How many steps a clock may go before or behind: one, as RFC 6238 recommends.
    private static let tolerance = 1

    /// A new one.
    package init() {
        bytes = Chance.bytes(20)
    }

    /// - Returns: nil where these are fewer than 16 bytes or more than 64.
    package init?(bytes: [UInt8]) {
        guard (16...64).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    /// - Parameter text: base 32, as `text` has it; in either case, spaces and hyphens are passed over.
    package init?(text: some StringProtocol) {
        guard text.utf8.count <= 200, let bytes = Base32.bytes(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// For typing into an app by hand: base 32.
    package var text: String { Base32.text(bytes) }

    /// The address that a picture for the app's camera holds.
    ///
    /// - Parameters:
    ///   - issuer: whose installation it is.
    ///   - holder: by what its holder is known there.
    package func address(issuer: String, holder: String) -> String {
        func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: TimeCodeSecret.unescaped) ?? ""
        }
        let (issuer, holder) = (escaped(issuer.replacing(":", with: " ")), escaped(holder.replacing(":", with: " ")))
        return "otpauth://totp/\(issuer):\(holder)?secret=\(text)&issuer=\(issuer)&algorithm=SHA1"
            + "&digits=\(TimeCodeSecret.digits)&period=\(TimeCodeSecret.period)"
    }

    private static let unescaped = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// Which step a moment is in.
    package static func step(at moment: Moment) -> Int { moment.secondsSince1970 / period }

    /// The code of a step.
    package func code(ofStep step: Int) -> String { code(ofStep: step, digits: TimeCodeSecret.digits) }

    func code(ofStep step: Int, digits: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Array($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
        let offset = Int(mac[mac.count - 1] & 15)
        let number = mac[offset..<(offset + 4)].reduce(0) { ($0 << 8) | Int($1) } & 0x7FFF_FFFF
        let text = String(number % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step of which a code is, at a moment or one step beside it.
    ///
    /// - Parameters:
    ///   - code: as typed; spaces are passed over.
    ///   - last: the last step that was used: it and those before it are over, so that a code works once.
    /// - Returns: nil where it is the code of none of them.
    package func step(of code: String, at moment: Moment, after last: Int?) -> Int? {
        let typed = code.utf8.filter { $0 != UInt8(ascii: " ") }
        let now = TimeCodeSecret.step(at: moment)
        var found: Int?
        for step in max(0, now - TimeCodeSecret.tolerance)...max(0, now + TimeCodeSecret.tolerance) {
            let isSame = ConstantTime.areEqual(typed, Array(self.code(ofStep: step).utf8))
            if isSame, last.map({ step > $0 }) ?? true, found == nil { found = step }
        }
        return found
    }
}
