/// RFC 4648's base 32 without padding, as apps for one-time codes and people copying codes take it.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (held, bits) = (0, 0)
        for byte in bytes {
            held = (held << 8) | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[(held >> bits) & 31])
                held &= (1 << bits) - 1
            }
        }
        if bits > 0 { text.append(letters[(held << (5 - bits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// In either case; white space, hyphens and padding are passed over.
    ///
    /// - Returns: nil where there is another character; bits beyond the last whole byte are dropped.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (held, bits) = (0, 0)
        for letter in text.uppercased().utf8 where !passedOver.contains(letter) {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            held = (held << 5) | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8((held >> bits) & 255))
                held &= (1 << bits) - 1
            }
        }
        return bytes
    }

    private static let passedOver = Set(" \t-=".utf8)
}
