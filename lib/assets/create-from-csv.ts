import { AppError } from '../errors.ts';
import { parseWith } from '../http/problem.ts';
import { assetListSchema, type CreatedAssets } from '../schemas/asset-list.ts';
import { createAssets } from './create-assets-service.ts';
import { inLines, parseAssetCsv } from './parse-asset-csv.ts';

/**
 * `createAssets` from a list as CSV; what is wrong with it is said by line and column.
 * @throws AppError malformed-csv; see createAssets
 */
export async function createAssetsFromCsv(manifestId: string, text: string): Promise<CreatedAssets> {
  const { assets, lines } = parseAssetCsv(text);
  try {
    return await createAssets(manifestId, parseWith(assetListSchema, { assets }, 'body').assets);
  } catch (error) {
    throw error instanceof AppError ? inLines(error, lines) : error;
  }
}
