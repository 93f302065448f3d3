import Crypto
import Foundation

extension Digest {
    /// As browsers are told what they may run or apply: `sha256-…`, in base 64.
    package static func integrity(of bytes: [UInt8]) -> String {
        "sha256-" + Data(SHA256.hash(data: bytes)).base64EncodedString()
    }
}
