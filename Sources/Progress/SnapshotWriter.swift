import Digest
import JSON

/// Makes the text of a snapshot.
struct SnapshotWriter {
  let head: SnapshotHead
  /// What wrote it, for the curious.
  let program: String
  /// Labels that are new or changed.
  let labels: [Fingerprint: CardLabel]
  /// The snapshot that is replaced, where there is a good one; its labels and unknown members are
  /// taken over.
  let previous: [UInt8]?

  /// The text of a snapshot of all cards in an image, in UTF-8.
  func text(_ image: StateImage) -> [UInt8] {
    (previous ?? []).withUnsafeBytes { old in
      var kept: [Fingerprint: Snapshot.Card] = [:]
      let snapshot = try? Snapshot(old, needsStates: false) { card in
        if card.label != nil || !card.unknown.isEmpty {
          kept[Fingerprint(of: card.key)] = card
        }
      }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(max(old.count, image.count * 320) + 1 << 16)
      bytes.append(contentsOf: "{\"schema\": \(Snapshot.schema), \"sum\": \"00000000\",".utf8)
      let start = bytes.count
      bytes.append(contentsOf: "\n\"program\": ".utf8)
      bytes.appendJSON(program)
      bytes.append(contentsOf: ",\n".utf8)
      head.append(to: &bytes)
      for range in snapshot?.unknown ?? [] {
        bytes.append(contentsOf: old[range])
        bytes.append(contentsOf: ",\n".utf8)
      }
      bytes.append(contentsOf: "\"cards\": {".utf8)
      image.forEachByKey { record in
        bytes.append(contentsOf: bytes.last == UInt8(ascii: "{") ? "\n".utf8 : ",\n".utf8)
        bytes.appendJSON(String(decoding: record.key, as: UTF8.self))
        bytes.append(contentsOf: ": {".utf8)
        record.progress.appendMembers(to: &bytes)
        let card = kept[record.fingerprint]
        for range in card?.unknown ?? [] {
          bytes.append(UInt8(ascii: ","))
          bytes.append(contentsOf: old[range])
        }
        if let label = labels[record.fingerprint] {
          bytes.appendJSONName("label")
          label.append(to: &bytes)
        } else if let range = card?.label {
          bytes.appendJSONName("label")
          bytes.append(contentsOf: old[range])
        }
        bytes.append(UInt8(ascii: "}"))
      }
      bytes.append(contentsOf: "\n}}\n".utf8)
      let sum = bytes.withUnsafeBytes {
        CRC32.checksum(UnsafeRawBufferPointer(rebasing: $0[start...]))
      }
      bytes.replaceSubrange(start - 10..<start - 2, with: hexadecimal(sum).utf8)
      return bytes
    }
  }
}

extension StateImage {
  /// Calls `body` for every card, in the order of the keys' bytes.
  fileprivate func forEachByKey(_ body: (Reader) -> Void) {
    withBytes { bytes in
      let order = (0..<Int32(count)).map { index in
        (index: index, start: PackedText(Reader(bytes, Int(index), count).key))
      }.sorted { left, right in
        if left.start != right.start { return left.start < right.start }
        return Reader(bytes, Int(left.index), count).key
          .lexicographicallyPrecedes(Reader(bytes, Int(right.index), count).key)
      }
      for item in order { body(Reader(bytes, Int(item.index), count)) }
    }
  }
}
