import type { Channel } from '../../model/signals';
import type { Body } from '../generator';

export function colours(channel: Channel): Body {
  const { isHdr, isUhd } = channel;
  const lut = isHdr ? 'HLG-2020' : 'SDR-709';
  return {
    ...inputColours(channel),
    EffectiveOutTCS: transfer(channel),
    LutCubeFile_optList: isUhd ? '' : 'UNITY.cube',
    EffectiveOutColorimetry: colorimetry(channel),
    LutStatus: `Disabled, In: ${lut}, Out: ${lut}`,
  };
}

/** All that the direction SDI to IP of a gateway has. */
export function inputColours(channel: Channel): Body {
  return {
    EffectiveInColorimetry: colorimetry(channel),
    EffectiveMappingMode: channel.isHdr ? 'Scene Light' : 'Display Light',
    EffectiveInTCS: transfer(channel),
  };
}

function colorimetry({ isHdr }: Channel): string {
  return isHdr ? 'Rec 2020/2100' : 'Rec 709';
}

function transfer({ isHdr }: Channel): string {
  return isHdr ? 'HLG' : 'SDR-TV';
}
