package import Vocabulary

/// Text in UTF-16, as Excel's “Unicode Text” has it, written again as UTF-8.
package enum WideText {
    /// True where the file begins with the mark of UTF-16, in either order of bytes.
    package static func isWide(_ path: String) throws(Refusal) -> Bool {
        let first = try ByteSource(descriptor: try FileSource.open(path), name: path).peek(2)
        return first == [0xFF, 0xFE] || first == [0xFE, 0xFF]
    }

    /// Writes the text of one file into another, without its mark; half of a pair becomes U+FFFD.
    ///
    /// - Parameters:
    ///   - name: of the file, for refusals.
    ///   - target: where nothing is.
    /// - Throws: `Refusal` of kind `input`, code `truncated`, where it ends within a character; where it cannot be read or
    ///   the other not be written.
    package static func rewrite(_ path: String, named name: String, to target: String) throws(Refusal) {
        let source = ByteSource(descriptor: try FileSource.open(path), name: name)
        let writer = try FileWriter(target, shown: name, limit: .max)
        let isBigEndian = try source.peek(2).first == 0xFE
        var (half, isMarked, lead): (UInt8?, Bool, UInt16?) = (nil, false, nil)
        while let block = try source.next() {
            var out: [UInt8] = []
            out.reserveCapacity(block.count)
            for byte in block {
                guard let first = half else {
                    half = byte
                    continue
                }
                half = nil
                let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
                guard isMarked else {
                    isMarked = true
                    continue
                }
                append(unit, after: &lead, to: &out)
            }
            try write(out, writer)
        }
        if lead != nil { try write(Array("\u{FFFD}".utf8), writer) }
        try writer.close()
        guard half == nil else {
            throw Refusal(
                .input, code: "truncated", "\(name) is cut off: it ends within a character of UTF-16.",
                remedy: "Ask the sender for it again.")
        }
    }

    private static func append(_ unit: UInt16, after lead: inout UInt16?, to out: inout [UInt8]) {
        if unit < 0x80, lead == nil {
            out.append(UInt8(unit))
            return
        }
        var scalars: [Unicode.Scalar] = []
        if let first = lead, (0xDC00...0xDFFF).contains(unit) {
            let value = 0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
            scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            lead = nil
        } else {
            if lead != nil { scalars.append("\u{FFFD}") }
            lead = nil
            if (0xD800...0xDBFF).contains(unit) {
                lead = unit
            } else {
                scalars.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
            }
        }
        for scalar in scalars { out += Array(String(Character(scalar)).utf8) }
    }

    private static func write(_ bytes: [UInt8], _ writer: FileWriter) throws(Refusal) {
        let result = bytes.withUnsafeBytes { buffer -> Result<Void, Refusal> in
            do throws(Refusal) {
                try writer.write(buffer)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
