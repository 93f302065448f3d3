import Foundation

/// RFC 4648's base 64 for addresses and cookies, without padding.
package enum Base64URL {
    package static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// - Returns: nil where the text is not what `text` writes for some bytes: each secret has one form.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: plain + padding) else { return nil }
        let bytes = Array(data)
        return Base64URL.text(bytes) == String(text) ? bytes : nil
    }
}
