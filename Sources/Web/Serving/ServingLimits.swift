import HummingbirdCore
import Logging
import NIOCore

/// How much of the server one reader, or all of them, may hold.
struct ServingLimits: Sendable {
    /// Open at the same time; more wait until one of them closes.
    var connections = 1_024
    /// A connection on which no request is under way, or none comes whole, is closed after so long. The lines above a
    /// request must come within it; a body may pause no longer.
    var idle = TimeAmount.seconds(30)
    /// All the lines above a request, in bytes.
    var headerBytes = 32 << 10
    var headerFields = 100
    /// After being told to stop, what has begun may take so long to end.
    var patience = Duration.seconds(10)

    var http: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: idle,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: headerFields))
    }

    func delegate(_ logger: Logger) -> some AvailableConnectionsDelegate {
        MaximumAvailableConnections(connections, logger: logger)
    }
}
