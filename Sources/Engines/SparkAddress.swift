package import Vocabulary

/// Where a Spark Connect server listens: `sc://host:port`, and after `/;` what it asks for (`token=…`, `use_ssl=true`).
package struct SparkAddress: Sendable, Hashable, CustomStringConvertible {
    /// As it was given; may hold a token, so that no message shows it.
    let uri: String
    package let host: String
    package let port: Int

    /// - Throws: `Refusal` of kind `usage`, code `spark-address`.
    package init(_ text: String) throws(Refusal) {
        uri = text
        guard text.hasPrefix("sc://") else { throw SparkAddress.refusal }
        let place = text.dropFirst(5).prefix { $0 != "/" }
        let end = place.lastIndex { $0 == ":" }
        // A colon within [::1] is of the address.
        let colon = end.flatMap { place[$0...].contains("]") ? nil : $0 }
        host = String(colon.map { place[..<$0] } ?? place)
        guard let port = colon.map({ Int(place[place.index(after: $0)...]) }) ?? SparkAddress.usualPort,
            (1...65_535).contains(port), !host.isEmpty, !host.contains(where: { $0.isWhitespace || $0 == "@" })
        else { throw SparkAddress.refusal }
        self.port = port
    }

    /// Spark Connect's own.
    private static let usualPort = 15_002

    /// Without what comes after the port.
    package var description: String { "sc://\(host):\(port)" }

    private static var refusal: Refusal {
        Refusal(
            .usage, code: "spark-address", "The address of Spark is not of the form sc://host:port.",
            remedy: "Give one such as sc://spark.example.nhs.uk:15002; a token may follow: sc://host:443/;token=….")
    }
}
