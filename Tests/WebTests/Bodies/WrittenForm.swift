/// A form with parts of a test's making, written as a browser writes it.
struct WrittenForm {
    struct Part: Equatable {
        var name: String
        var fileName: String?
        var bytes: [UInt8]
    }

    var parts: [Part]
    var boundary = "----remit-test"

    var type: String { "multipart/form-data; boundary=\(boundary)" }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(written(part.name))\"".utf8)
            if let fileName = part.fileName {
                bytes += Array("; filename=\"\(written(fileName))\"\r\nContent-Type: application/octet-stream".utf8)
            }
            bytes += Array("\r\n\r\n".utf8) + part.bytes + [13, 10]
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    private func written(_ name: String) -> String {
        name.unicodeScalars.map { ["\"": "%22", "\r": "%0D", "\n": "%0A"][$0] ?? String($0) }.joined()
    }
}

/// Chance from a seed: the same on every run.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
