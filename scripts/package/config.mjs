import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Switches inside Electron's own program: nothing but the app as it was packed may run in it. */
export const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
}

/**
 * How electron-builder makes installers of the staged app.
 * @param {string} app The folder with what is shipped.
 * @param {string} output
 */
export const packaging = (app, output) => ({
  appId: 'app.earshot.desktop',
  productName: 'Earshot',
  copyright: 'The Earshot authors',
  electronVersion: devDependencies.electron,
  electronLanguages: ['en', 'en-US', 'ko'],
  electronFuses: FUSES,
  directories: { app, output, buildResources: join(root, 'resources') },
  icon: join(root, 'resources/icon.png'),
  asar: true,
  npmRebuild: false,
  // There is no server to ask for a newer version, and nothing in the app that would.
  publish: null,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  fileAssociations: [{ ext: 'earshot', name: 'Earshot project', description: 'Earshot project', mimeType: 'application/vnd.earshot.project', role: 'Editor' }],
  win: {
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64'] },
    ],
  },
  // Chosen by whoever installs: for everybody into a folder that the app cannot write to, or without an administrator.
  nsis: { oneClick: false, perMachine: false, selectPerMachineByDefault: true, allowElevation: true, deleteAppDataOnUninstall: false, differentialPackage: false },
  portable: { artifactName: '${productName}-${version}-portable-${arch}.${ext}' },
  mac: { target: [{ target: 'dmg', arch: ['universal'] }], category: 'public.app-category.business', hardenedRuntime: true },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    category: 'Office',
    maintainer: 'The Earshot authors <earshot@localhost>',
    synopsis: 'NPS programmes on your own machine',
  },
})
